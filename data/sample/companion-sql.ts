import { pick, sqlDraw, within } from './draw.ts';

export const attributeColumns = [
  'Tracking ID',
  'Jenis Kelamin',
  'Usia',
  'Penyandang Disabilitas',
  'ID Pelapor',
] as const;

/** SELECT of the reporters' attributes, for the reports that have them, ordered by id. */
export function attributeSql(seed: number): string {
  const u = (purpose: string) => sqlDraw(seed, purpose);
  return `SELECT (6000000 + id)::VARCHAR
      || CASE WHEN ${within(u('attribute id form'), 0.01)} THEN '.0' ELSE '' END AS "Tracking ID",
    CASE WHEN sex_left_out THEN '-'
      WHEN ${within(u('sex in full'), 0.05)} THEN CASE WHEN female THEN 'Perempuan' ELSE 'Laki-laki' END
      WHEN female THEN 'P' ELSE 'L' END AS "Jenis Kelamin",
    CASE WHEN ${within(u('age left out'), 0.06)} THEN '-' ELSE age::VARCHAR END AS "Usia",
    ${pick(u('disability left out'), [
      ["CASE WHEN disabled THEN 'Ya' ELSE 'Tidak' END", 88],
      ["'-'", 12],
    ])} AS "Penyandang Disabilitas",
    'PLP' || reporter::VARCHAR AS "ID Pelapor"
  FROM report WHERE has_attributes ORDER BY id`;
}

export const eventColumns = ['Tracking ID', 'Peristiwa', 'Waktu', 'Instansi'] as const;

/** SELECT of all events up to the working day `cut`, ordered by report and time. */
export function eventSql(seed: number, cut: number): string {
  const u = (purpose: string) => sqlDraw(seed, purpose);
  const closed = `CASE WHEN by_system THEN 'Ditutup oleh Sistem' ELSE 'Selesai' END`;
  const ended = `CASE outcome WHEN 'resolved' THEN ${closed}
    WHEN 'archived' THEN CASE WHEN ${within(u('archived by system'), 0.25)} THEN 'Diarsipkan oleh Sistem' ELSE 'Diarsipkan oleh Admin' END
    WHEN 'deleted' THEN 'Dihapus oleh Admin' ELSE 'Dicabut oleh Pelapor' END`;
  const responsible = `CASE WHEN intake <> '' THEN NULL WHEN w_forward IS NULL THEN first_agency ELSE agency END`;
  const open = `intake = ''`;
  // seq orders events of the same second; each: condition, text, w, s, agency.
  const events: [string, string, string, string, string][] = [
    [open, `'Diverifikasi'`, 'w_verify', 's_verify', 'NULL'],
    [open, `'Didisposisikan'`, 'w_verify', 's_verify + 240', 'first_agency'],
    ['returned', `'Dikembalikan oleh Instansi'`, 'w_return', 's_return', 'first_agency'],
    ['returned', `'Didisposisikan'`, 'w_forward', 's_forward', 'agency'],
    [
      'true',
      `'Didisposisikan'`,
      'CASE WHEN second_agency IS NOT NULL THEN w_forward END',
      's_forward',
      'second_agency',
    ],
    ['true', `'Ditindaklanjuti oleh Instansi'`, 'w_respond', 's_respond', 'agency'],
    [
      'w_end IS NULL OR w_second_respond < w_end',
      `'Ditindaklanjuti oleh Instansi'`,
      'CASE WHEN second_agency IS NOT NULL THEN w_second_respond END',
      '36000',
      'second_agency',
    ],
    ['true', `'Ditindaklanjuti oleh Instansi'`, 'w_respond_more', '39600', 'agency'],
    ['true', `'Ditunda'`, 'w_postpone', 's_postpone', 'agency'],
    ['true', ended, 'w_end', 's_end', responsible],
    ['true', `'Dibuka Kembali'`, 'w_reopen', 's_reopen', 'agency'],
    ['true', `'Ditindaklanjuti oleh Instansi'`, 'w_respond_again', 's_respond_again', 'agency'],
    ['true', `'Selesai'`, 'w_end_again', 's_end_again', 'agency'],
  ];
  const list = events.map(
    ([condition, text, w, s, agency], index) =>
      `CASE WHEN (${condition}) AND ${w} <= ${cut}
        THEN {seq: ${index + 1}, text: ${text}, w: ${w}, s: ${s}, agency: ${agency}} END`,
  );
  const clock = (second: string) =>
    `lpad((${second} // 3600)::VARCHAR, 2, '0') || ':' || lpad((${second} // 60 % 60)::VARCHAR, 2, '0')
      || ':' || lpad((${second} % 60)::VARCHAR, 2, '0')`;
  return `
WITH listed AS (
  SELECT id, unnest([${list.join(',\n')}]) AS e FROM report
), later AS (
  SELECT l.id, e.seq AS seq, e.text AS text, d.work_date || ' ' || ${clock('e.s')} AS stamp, e.agency AS agency
  FROM listed l JOIN s_workday d ON d.w = e.w
), every AS (
  SELECT * FROM later
  UNION ALL
  SELECT id, 0, 'Laporan Masuk', iso_date || ' ' || ${clock('second')}, NULL
  FROM report JOIN s_date USING (day)
)
SELECT (6000000 + id)::VARCHAR
    || CASE WHEN ${within(sqlDraw(seed, 'event id form', '(id * 16 + seq)'), 0.004)} THEN '.0' ELSE '' END AS "Tracking ID",
  text AS "Peristiwa", stamp AS "Waktu", coalesce(agency_name, '-') AS "Instansi"
FROM every e LEFT JOIN s_agency a USING (agency) ORDER BY id, stamp, seq`;
}
