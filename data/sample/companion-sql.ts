import { pick, within } from './draw.ts';
import { Stages } from './stages.ts';
import { clockSql } from './text-sql.ts';

export const attributeColumns = [
  'Tracking ID',
  'Jenis Kelamin',
  'Usia',
  'Penyandang Disabilitas',
  'ID Pelapor',
] as const;

/** SELECT of the reporters' attributes, for the reports that have them, ordered by id. */
export function attributeSql(seed: number): string {
  return new Stages(seed)
    .add(
      'written',
      '(SELECT * FROM report WHERE has_attributes)',
      (draw, source) => `SELECT id,
          (6000000 + id)::VARCHAR
            || CASE WHEN ${within(draw('attribute id form'), 0.01)} THEN '.0' ELSE '' END AS "Tracking ID",
          CASE WHEN sex_left_out THEN '-'
            WHEN ${within(draw('sex in full'), 0.05)} THEN CASE WHEN female THEN 'Perempuan' ELSE 'Laki-laki' END
            WHEN female THEN 'P' ELSE 'L' END AS "Jenis Kelamin",
          CASE WHEN ${within(draw('age left out'), 0.06)} THEN '-' ELSE age::VARCHAR END AS "Usia",
          ${pick(draw('disability left out'), [
            ["CASE WHEN disabled THEN 'Ya' ELSE 'Tidak' END", 88],
            ["'-'", 12],
          ])} AS "Penyandang Disabilitas",
          'PLP' || reporter::VARCHAR AS "ID Pelapor"
        FROM ${source}`,
    )
    .end(
      `SELECT ${attributeColumns.map((column) => `"${column}"`).join(', ')} FROM written ORDER BY id`,
    );
}

export const eventColumns = ['Tracking ID', 'Peristiwa', 'Waktu', 'Instansi'] as const;

/** One kind of event: when it is told, in which words, its time and agency; all SQL expressions. */
interface EventRule {
  text: string;
  w: string;
  s: string;
  agency: string;
  only?: string;
}

function eventRules(endedText: string): EventRule[] {
  const answered = `'Ditindaklanjuti oleh Instansi'`;
  const forwarded = `'Didisposisikan'`;
  const open = `intake = ''`;
  const responsible = `CASE WHEN intake <> '' THEN NULL WHEN w_forward IS NULL THEN first_agency ELSE agency END`;
  const second = (w: string) => `CASE WHEN second_agency IS NOT NULL THEN ${w} END`;
  return [
    { only: open, text: `'Diverifikasi'`, w: 'w_verify', s: 's_verify', agency: 'NULL' },
    { only: open, text: forwarded, w: 'w_verify', s: 's_verify + 240', agency: 'first_agency' },
    {
      only: 'returned',
      text: `'Dikembalikan oleh Instansi'`,
      w: 'w_return',
      s: 's_return',
      agency: 'first_agency',
    },
    { only: 'returned', text: forwarded, w: 'w_forward', s: 's_forward', agency: 'agency' },
    { text: forwarded, w: second('w_forward'), s: 's_forward', agency: 'second_agency' },
    { text: answered, w: 'w_respond', s: 's_respond', agency: 'agency' },
    {
      only: `least(w_end, w_postpone) IS NULL OR w_second_respond < least(w_end, w_postpone)`,
      text: answered,
      w: second('w_second_respond'),
      s: '36000',
      agency: 'second_agency',
    },
    { text: answered, w: 'w_respond_more', s: '39600', agency: 'agency' },
    { text: `'Ditunda'`, w: 'w_postpone', s: 's_postpone', agency: 'agency' },
    { text: endedText, w: 'w_end', s: 's_end', agency: responsible },
    { text: `'Dibuka Kembali'`, w: 'w_reopen', s: 's_reopen', agency: 'agency' },
    { text: answered, w: 'w_respond_again', s: 's_respond_again', agency: 'agency' },
    { text: `'Selesai'`, w: 'w_end_again', s: 's_end_again', agency: 'agency' },
  ];
}

/** SELECT of all events up to the working day `cut`, ordered by report and time. */
export function eventSql(seed: number, cut: number): string {
  return new Stages(seed)
    .add('listed', 'report', (draw, source) => {
      const ended = `CASE outcome
        WHEN 'resolved' THEN CASE WHEN by_system THEN 'Ditutup oleh Sistem' ELSE 'Selesai' END
        WHEN 'archived' THEN CASE WHEN ${within(draw('archived by system'), 0.25)} THEN 'Diarsipkan oleh Sistem'
          ELSE 'Diarsipkan oleh Admin' END
        WHEN 'deleted' THEN 'Dihapus oleh Admin' ELSE 'Dicabut oleh Pelapor' END`;
      const list = eventRules(ended).map(
        ({ only = 'true', text, w, s, agency }, index) =>
          `CASE WHEN (${only}) AND ${w} <= ${cut}
            THEN {seq: ${index + 1}, text: ${text}, w: ${w}, s: ${s}, agency: ${agency}} END`,
      );
      return `SELECT id, unnest([${list.join(',\n')}]) AS e FROM ${source}`;
    })
    .add(
      'every',
      `(SELECT l.id, e.seq AS seq, e.text AS text, work_date AS date, e.s AS s, e.agency AS agency
        FROM listed l JOIN s_workday d ON d.w = e.w
        UNION ALL
        SELECT id, 0, 'Laporan Masuk', iso_date, second, NULL FROM report JOIN s_date USING (day))`,
      (draw, source) => `SELECT id, seq, text, date, s, agency_name,
          ${within(draw('event id form', '(id * 16 + seq)'), 0.004)} AS as_float
        FROM ${source} LEFT JOIN s_agency USING (agency)`,
    )
    .end(`SELECT (6000000 + id)::VARCHAR || CASE WHEN as_float THEN '.0' ELSE '' END AS "Tracking ID",
        text AS "Peristiwa", date || ' ' || ${clockSql('s')} AS "Waktu", coalesce(agency_name, '-') AS "Instansi"
      FROM every ORDER BY id, date, s, seq`);
}
