import { pick } from './draw.ts';
import { Stages } from './stages.ts';
import { sometimesNonBreaking } from './text-sql.ts';

/** The columns of the admin export, in the order in which we think of them. */
export const exportColumns = [
  'Tracking ID',
  'Tanggal Laporan Masuk',
  'Waktu Laporan Masuk',
  'Nama Pelapor',
  'Klasifikasi Laporan',
  'ID Kategori',
  'Kategori',
  'Judul Laporan',
  'Isi Laporan Awal',
  'Isi Laporan Akhir',
  'Tipe Laporan (Anonim/Rahasia)',
  'Sumber Laporan',
  'Instansi Induk',
  'ID Instansi Terdisposisi',
  'Instansi Terdisposisi',
  'Status Laporan',
  'Alasan Tunda/Arsip',
  'Provinsi',
  'Kota/Kabupaten',
  'Kecamatan',
  'Kelurahan',
  'Nomor SK',
  'Url SK',
  'Url Dokumen Laporan Tahunan',
  'Laporan yang Masuk melalui Kanal Aduan Setwapres',
  'Rating',
] as const;

const stageTimes = [
  ['w_end_again', 9],
  ['w_respond_again', 8],
  ['w_reopen', 7],
  ['w_end', 6],
  ['w_postpone', 5],
  ['w_respond', 4],
  ['w_forward', 3],
  ['w_return', 2],
  ['w_verify', 1],
] as const;

/** SQL: how far a report has come on the evening of the working day with the ordinal `cut`. */
function stageSql(cut: number): string {
  const branches = stageTimes.map(([column, stage]) => `WHEN ${column} <= ${cut} THEN ${stage}`);
  return `CASE ${branches.join(' ')} ELSE 0 END`;
}

/** SQL: what an export shows of a stage, as one text, to tell whether it changed. */
const shownSql = (stage: string) => `CASE ${stage}
  WHEN 9 THEN closed_text WHEN 8 THEN 'Ditindaklanjuti oleh Instansi' WHEN 7 THEN 'Ditanggapi oleh Pelapor'
  WHEN 6 THEN CASE outcome WHEN 'resolved' THEN CASE WHEN by_system THEN 'Ditutup oleh Sistem' ELSE closed_text END
    WHEN 'archived' THEN archived_text WHEN 'deleted' THEN 'Dihapus oleh Admin' ELSE 'Dicabut oleh Pelapor' END
  WHEN 5 THEN 'Tertunda' WHEN 4 THEN working_text WHEN 0 THEN 'Belum Terverifikasi' ELSE waiting_text END`;

/** SQL: whose desk it shows: none, the first agency's, or that of the final one. */
const deskSql = (
  stage: string,
) => `CASE WHEN ${stage} IN (0, 2) OR intake <> '' AND ${stage} = 6 THEN 0
  WHEN ${stage} = 1 OR w_forward IS NULL THEN 1 ELSE 2 END`;

export interface ExportSelection {
  /** First and last day (numbers) of the reports that are new in this export. */
  from: number;
  to: number;
  /** Working-day ordinals of this drawing and of the one before it. */
  cut: number;
  previousCut: number | undefined;
  /** Number of the drawing: what is dirty differs from one to the next. */
  drawing: number;
}

/**
 * SELECT of one export's rows from `report_text`: new reports, and older ones whose status, reason or
 * agency changed since the drawing before. Columns as in `exportColumns`, before them `id_form` (0
 * text, 1 number, 2 text with `.0`). Ordered by id.
 */
export function exportSql(
  seed: number,
  selection: ExportSelection,
  columns: readonly string[],
): string {
  const { from, to, cut, previousCut, drawing } = selection;
  const changed =
    previousCut === undefined
      ? ''
      : `OR day < ${from} AND stage <> stage_before
         AND (${shownSql('stage')} <> ${shownSql('stage_before')} OR ${deskSql('stage')} <> ${deskSql('stage_before')})`;
  const byDesk = (part: string) =>
    `CASE WHEN copy = 2 THEN second_${part} WHEN desk = 0 THEN '-' WHEN desk = 1 THEN first_${part} ELSE final_${part} END`;
  return new Stages(seed)
    .add(
      'states',
      `(SELECT *, ${stageSql(cut)} AS stage, ${stageSql(previousCut ?? 0)} AS stage_before
        FROM report_text WHERE day <= ${to})`,
      (_draw, source) => `SELECT *, ${deskSql('stage')} AS desk, ${shownSql('stage')} AS status_text
        FROM ${source} WHERE day >= ${from} ${changed}`,
    )
    .add(
      'copied',
      'states',
      // A second agency has its own row; a few rows stand twice as they are.
      (
        draw,
        source,
      ) => `SELECT s.*, c.copy_order, CASE c.copy_order WHEN 2 THEN 2 ELSE 0 END AS copy
        FROM ${source} s CROSS JOIN (VALUES (0), (1), (2)) c(copy_order)
        WHERE c.copy_order = 0 OR c.copy_order = 1 AND ${draw(`twice ${drawing}`)} < 8000000
          OR c.copy_order = 2 AND s.second_agency IS NOT NULL AND s.stage >= 3`,
    )
    .add('written', 'copied', (draw, source) => {
      const dirt = (purpose: string) => draw(`${purpose} ${drawing}`, '(id * 4 + copy)');
      // The second agency may have answered before the first did.
      const status = `CASE WHEN copy = 2 AND stage = 3 AND w_second_respond <= ${cut}
        THEN 'Ditindaklanjuti oleh Instansi' ELSE status_text END`;
      return `SELECT *,
          ${pick(dirt('id form'), [
            ['0', 96],
            ['1', 2.5],
            ['2', 1.5],
          ])} AS id_form,
          (6000000 + id)::VARCHAR AS "Tracking ID",
          ${sometimesNonBreaking('source_name', dirt('category'))} AS "Kategori",
          CASE WHEN stage = 0 THEN '-' ELSE edited_text END AS "Isi Laporan Akhir",
          ${byDesk('parent')} AS "Instansi Induk",
          ${byDesk('id')} AS "ID Instansi Terdisposisi",
          ${sometimesNonBreaking(byDesk('name'), dirt('agency'))} AS "Instansi Terdisposisi",
          ${sometimesNonBreaking(status, dirt('status'))} AS "Status Laporan",
          CASE stage WHEN 6 THEN end_reason_text WHEN 5 THEN postpone_reason_text ELSE '-' END AS "Alasan Tunda/Arsip",
          ${sometimesNonBreaking('regency_text', dirt('place'))} AS "Kota/Kabupaten",
          CASE WHEN stage IN (6, 9) THEN rating_text ELSE '-' END AS "Rating"
        FROM ${source}`;
    })
    .end(
      `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM written ORDER BY id, copy_order`,
    );
}
