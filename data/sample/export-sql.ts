import { pick, sqlDraw, within } from './draw.ts';
import { bodySql, personalReasonSql, personSql, sometimesNonBreaking } from './text-sql.ts';

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

/** What a table `report` shows on the evening of a working day with the ordinal `cut`. */
function stageSql(cut: number): string {
  const stages = [
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
  return `CASE ${stages.map(([column, stage]) => `WHEN ${column} <= ${cut} THEN ${stage}`).join(' ')} ELSE 0 END`;
}

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
 * SELECT of one export's rows: new reports, and older ones whose status, reason or agency changed
 * since the drawing before. Columns as in `exportColumns`, before them `id_form` (0 text, 1 number,
 * 2 text with `.0`). Ordered by id.
 */
export function exportSql(
  seed: number,
  selection: ExportSelection,
  columns: readonly string[] = ['id_form', ...exportColumns],
): string {
  const u = (purpose: string) => sqlDraw(seed, purpose);
  const dirt = (purpose: string) =>
    sqlDraw(seed, `${purpose} ${selection.drawing}`, '(id * 4 + copy)');
  const changed =
    selection.previousCut === undefined
      ? ''
      : `OR day < ${selection.from} AND ${stageSql(selection.cut)} <> ${stageSql(selection.previousCut)}`;
  const spelled = (draw: string, column: string) =>
    pick(draw, [
      [`${column}_0`, 86],
      [`${column}_1`, 7],
      [`${column}_2`, 4],
      [`${column}_3`, 3],
    ]);
  const evenly = (draw: string, column: string) =>
    pick(
      draw,
      [0, 1, 2, 3].map((index) => [`${column}_${index}`, 4 - index * 0.8] as const),
    );
  const person = personSql(seed);
  const body = bodySql(seed);
  const resolvedText = `CASE WHEN by_system AND stage = 6 THEN 'Ditutup oleh Sistem'
    WHEN ${within(u('says selesai'), 0.06)} THEN 'Selesai' ELSE 'Ditutup oleh Admin' END`;
  const waiting = `CASE WHEN ${within(u('says terdisposisi'), 0.2)} THEN 'Terdisposisi Belum Ditindaklanjuti' ELSE 'Terverifikasi' END`;
  return `
WITH state AS (
  SELECT *, ${stageSql(selection.cut)} AS stage FROM report
  WHERE day BETWEEN ${selection.from} AND ${selection.to} ${changed}
), copied AS (
  -- A second agency has its own row; a few rows stand twice as they are.
  SELECT s.*, c.copy FROM state s CROSS JOIN (VALUES (0), (1), (2)) c(copy)
  WHERE c.copy = 0
    OR c.copy = 1 AND ${sqlDraw(seed, `twice ${selection.drawing}`)} < 8000000
    OR c.copy = 2 AND s.second_agency IS NOT NULL AND s.stage >= 3
), named AS (
  SELECT c.* REPLACE (CASE WHEN copy = 2 THEN 2 ELSE 0 END AS copy), c.copy AS copy_order,
    p.code AS place_code, ${spelled(sqlDraw(seed, 'place spelling'), 'p.name')} AS place_name,
    ${spelled(sqlDraw(seed, 'province spelling'), 'p.province')} AS province_name,
    g.source_name, ${evenly(sqlDraw(seed, 'topic', 'coalesce(campaign, id)'), 'g.topic')} AS topic,
    CASE WHEN c.copy = 2 THEN second_agency
      WHEN stage IN (0, 2) OR intake <> '' AND stage = 6 THEN NULL
      WHEN stage = 1 OR w_forward IS NULL THEN first_agency ELSE agency END AS shown_agency,
    CASE WHEN stage = 6 AND outcome IN ('archived', 'deleted') THEN end_reason
      WHEN stage = 5 THEN postpone_reason END AS shown_reason,
    ${person.name} AS name
  FROM copied c JOIN s_place p USING (place) JOIN s_category g USING (category)
), worded AS (
  SELECT n.*, d.export_date, a.agency_name, a.agency_parent,
    ${evenly(u('reason spelling'), 'r.reason')} AS reason_text,
    ${person.phone} AS phone, ${person.nik} AS nik, ${person.mail} AS mail, ${person.address} AS address
  FROM named n JOIN s_date d USING (day)
  LEFT JOIN s_agency a ON a.agency = n.shown_agency
  LEFT JOIN s_reason r ON r.reason = n.shown_reason
), written AS (
  SELECT id, copy_order,
    ${pick(dirt('id form'), [
      ['0', 96],
      ['1', 2.5],
      ['2', 1.5],
    ])} AS id_form,
    (6000000 + id)::VARCHAR AS "Tracking ID",
    export_date AS "Tanggal Laporan Masuk",
    lpad((second // 3600)::VARCHAR, 2, '0') || ':' || lpad((second // 60 % 60)::VARCHAR, 2, '0')
      || ':' || lpad((second % 60)::VARCHAR, 2, '0') AS "Waktu Laporan Masuk",
    CASE WHEN anonymity IN ('anonim', 'keduanya') THEN 'Anonim' ELSE name END AS "Nama Pelapor",
    CASE classification WHEN 'tidak berkadar' THEN 'Pengaduan Tidak Berkadar Pengawasan'
      WHEN 'berkadar' THEN 'Pengaduan Berkadar Pengawasan' WHEN 'permintaan' THEN 'Permintaan Informasi'
      WHEN 'aspirasi' THEN 'Aspirasi' WHEN 'wbs' THEN 'Whistle Blowing' ELSE 'Pengaduan' END AS "Klasifikasi Laporan",
    (category + 101)::VARCHAR AS "ID Kategori",
    ${sometimesNonBreaking('source_name', dirt('category'))} AS "Kategori",
    ${body.title} AS "Judul Laporan",
    ${body.body} AS "Isi Laporan Awal",
    CASE WHEN stage = 0 THEN '-' WHEN ${within(u('edited'), 0.7)} THEN ${body.title} ELSE
      ${body.title} || '. Pelapor: ' || name END AS "Isi Laporan Akhir",
    CASE anonymity WHEN 'anonim' THEN 'Anonim' WHEN 'rahasia' THEN 'Rahasia' WHEN 'keduanya' THEN 'Anonim, Rahasia'
      ELSE '-' END AS "Tipe Laporan (Anonim/Rahasia)",
    CASE channel WHEN 'website' THEN 'Website' WHEN 'mobile' THEN 'Mobile App' WHEN 'whatsapp' THEN 'WhatsApp'
      WHEN 'sms' THEN 'SMS 1708' WHEN 'twitter' THEN 'X (Twitter)' WHEN 'instansi' THEN 'Kanal Instansi Terintegrasi'
      WHEN 'langsung' THEN 'Datang Langsung' WHEN 'surat' THEN 'Surat' ELSE 'Kanal Aduan Setwapres' END AS "Sumber Laporan",
    coalesce(agency_parent, '-') AS "Instansi Induk",
    coalesce((shown_agency + 1001)::VARCHAR, '-') AS "ID Instansi Terdisposisi",
    ${sometimesNonBreaking("coalesce(agency_name, '-')", dirt('agency'))} AS "Instansi Terdisposisi",
    ${sometimesNonBreaking('status_text', dirt('status'))} AS "Status Laporan",
    CASE WHEN shown_reason IS NOT NULL AND ${within(u('own words'), 0.014)} THEN ${personalReasonSql(seed)}
      ELSE coalesce(reason_text, '-') END AS "Alasan Tunda/Arsip",
    CASE WHEN ${within(u('place left out'), 0.02)} THEN '-' ELSE province_name END AS "Provinsi",
    CASE WHEN ${within(u('place left out'), 0.06)} THEN '-'
      ELSE ${sometimesNonBreaking('place_name', dirt('place'))} END AS "Kota/Kabupaten",
    ${pick(u('district'), [
      ["'-'", 60],
      ["'Kec. Rekaan Utara'", 15],
      ["'Kec. Rekaan Selatan'", 15],
      ["'Kec. Rekaan Timur'", 10],
    ])} AS "Kecamatan",
    ${pick(u('district'), [
      ["'-'", 70],
      ["'Desa Contohsari'", 15],
      ["'Kel. Contohmulya'", 15],
    ])} AS "Kelurahan",
    '-' AS "Nomor SK", '-' AS "Url SK", '-' AS "Url Dokumen Laporan Tahunan",
    CASE channel WHEN 'setwapres' THEN 'Ya' ELSE 'Tidak' END AS "Laporan yang Masuk melalui Kanal Aduan Setwapres",
    CASE WHEN outcome = 'resolved' AND stage IN (6, 9) AND ${within(u('rated'), 0.28)} THEN ${pick(
      u('rating'),
      [
        ["'5'", 34],
        ["'4'", 24],
        ["'3'", 14],
        ["'2'", 9],
        ["'1'", 19],
      ],
    )} ELSE '-' END AS "Rating"
  FROM (SELECT *, CASE stage
      WHEN 9 THEN ${resolvedText} WHEN 8 THEN 'Ditindaklanjuti oleh Instansi' WHEN 7 THEN 'Ditanggapi oleh Pelapor'
      WHEN 6 THEN CASE outcome WHEN 'resolved' THEN ${resolvedText}
        WHEN 'archived' THEN CASE WHEN ${within(u('archived by system'), 0.25)} THEN 'Diarsipkan oleh Sistem' ELSE 'Diarsipkan oleh Admin' END
        WHEN 'deleted' THEN 'Dihapus oleh Admin' ELSE 'Dicabut oleh Pelapor' END
      WHEN 5 THEN 'Tertunda'
      WHEN 4 THEN CASE WHEN ${within(u('reporter replies'), 0.3)} THEN 'Ditanggapi oleh Pelapor'
        WHEN ${within(u('reporter replies'), 0.304)} THEN 'Dalam Telaah' ELSE 'Ditindaklanjuti oleh Instansi' END
      WHEN 0 THEN 'Belum Terverifikasi' ELSE ${waiting} END AS status_text
    FROM worded)
)
SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM written ORDER BY id, copy_order`;
}
