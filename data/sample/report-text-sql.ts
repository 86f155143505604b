import { pick, within } from './draw.ts';
import { Stages } from './stages.ts';
import { bodySql, clockSql, personalReasonSql, personSql, titleSql } from './text-sql.ts';

const spelled = (u: string, column: string) =>
  pick(u, [
    [`${column}_0`, 86],
    [`${column}_1`, 7],
    [`${column}_2`, 4],
    [`${column}_3`, 3],
  ]);

const evenly = (u: string, column: string) =>
  pick(u, [
    [`${column}_0`, 4],
    [`${column}_1`, 3.2],
    [`${column}_2`, 2.4],
    [`${column}_3`, 1.6],
  ]);

/** What a drawing reads: times and states, texts to choose from, and columns that are ready. */
const handedOn = [
  'id, day, outcome, intake, by_system, second_agency',
  'w_verify, w_return, w_forward, w_second_respond, w_respond, w_postpone, w_end, w_reopen, w_respond_again, w_end_again',
  'first_name, first_parent, first_id, final_name, final_parent, final_id, second_name, second_parent, second_id',
  'source_name, regency_text, end_reason_text, postpone_reason_text, edited_text, rating_text',
  'closed_text, archived_text, waiting_text, working_text',
  '"Tanggal Laporan Masuk", "Waktu Laporan Masuk", "Nama Pelapor", "Klasifikasi Laporan", "ID Kategori"',
  '"Judul Laporan", "Isi Laporan Awal", "Tipe Laporan (Anonim/Rahasia)", "Sumber Laporan", "Provinsi"',
  '"Kecamatan", "Kelurahan", "Nomor SK", "Url SK", "Url Dokumen Laporan Tahunan"',
  '"Laporan yang Masuk melalui Kanal Aduan Setwapres"',
].join(', ');

const agencyColumns = (alias: string, prefix: string) =>
  `coalesce(${alias}.agency_name, '-') AS ${prefix}_name, coalesce(${alias}.agency_parent, '-') AS ${prefix}_parent,
   coalesce((${alias}.agency + 1001)::VARCHAR, '-') AS ${prefix}_id`;

/**
 * SELECT that makes table `report_text` of `report`: all that an export writes of a report and that
 * does not depend on the day on which it is drawn, under the export's own column names, and the texts
 * from which a drawing chooses.
 */
export function reportTextSql(seed: number): string {
  return new Stages(seed)
    .add(
      'named',
      'report',
      (draw, source) => `SELECT r.*, p.code AS place_code, g.source_name,
          ${spelled(draw('place spelling'), 'p.name')} AS place_name,
          ${spelled(draw('province spelling'), 'p.province')} AS province_name,
          ${evenly(draw('topic', 'coalesce(campaign, id)'), 'g.topic')} AS topic
        FROM ${source} r JOIN s_place p USING (place) JOIN s_category g USING (category)`,
    )
    .add('reachable', 'named', (draw, source) => {
      const person = personSql(draw);
      return `SELECT *, ${person.name} AS name, ${person.phone} AS phone, ${person.nik} AS nik,
          ${person.mail} AS mail, ${person.address} AS address
        FROM ${source}`;
    })
    .add('worded', 'reachable', (draw, source) => {
      const own = within(draw('own words'), 0.014);
      const reason = (alias: string) =>
        `CASE WHEN ${alias}.reason IS NULL THEN '-' WHEN ${own} THEN ${personalReasonSql(draw)}
          ELSE ${evenly(draw('reason spelling'), `${alias}.reason`)} END`;
      return `SELECT n.*,
          ${agencyColumns('a1', 'first')}, ${agencyColumns('a2', 'final')}, ${agencyColumns('a3', 'second')},
          ${reason('r1')} AS end_reason_text, ${reason('r2')} AS postpone_reason_text,
          d.export_date AS "Tanggal Laporan Masuk",
          ${clockSql('n.second')} AS "Waktu Laporan Masuk",
          CASE WHEN anonymity IN ('anonim', 'keduanya') THEN 'Anonim' ELSE name END AS "Nama Pelapor",
          CASE classification WHEN 'tidak berkadar' THEN 'Pengaduan Tidak Berkadar Pengawasan'
            WHEN 'berkadar' THEN 'Pengaduan Berkadar Pengawasan' WHEN 'permintaan' THEN 'Permintaan Informasi'
            WHEN 'aspirasi' THEN 'Aspirasi' WHEN 'wbs' THEN 'Whistle Blowing'
            ELSE 'Pengaduan' END AS "Klasifikasi Laporan",
          (category + 101)::VARCHAR AS "ID Kategori",
          ${titleSql} AS "Judul Laporan",
          ${bodySql(draw)} AS "Isi Laporan Awal",
          CASE WHEN ${within(draw('edited'), 0.7)} THEN ${titleSql}
            ELSE ${titleSql} || '. Pelapor: ' || name END AS edited_text,
          CASE anonymity WHEN 'anonim' THEN 'Anonim' WHEN 'rahasia' THEN 'Rahasia' WHEN 'keduanya' THEN 'Anonim, Rahasia'
            ELSE '-' END AS "Tipe Laporan (Anonim/Rahasia)",
          CASE channel WHEN 'website' THEN 'Website' WHEN 'mobile' THEN 'Mobile App' WHEN 'whatsapp' THEN 'WhatsApp'
            WHEN 'sms' THEN 'SMS 1708' WHEN 'twitter' THEN 'X (Twitter)' WHEN 'instansi' THEN 'Kanal Instansi Terintegrasi'
            WHEN 'langsung' THEN 'Datang Langsung' WHEN 'surat' THEN 'Surat'
            ELSE 'Kanal Aduan Setwapres' END AS "Sumber Laporan",
          CASE WHEN ${within(draw('place left out'), 0.02)} THEN '-' ELSE province_name END AS "Provinsi",
          CASE WHEN ${within(draw('place left out'), 0.06)} THEN '-' ELSE place_name END AS regency_text,
          ${pick(draw('district'), [
            ["'-'", 60],
            ["'Kec. Rekaan Utara'", 15],
            ["'Kec. Rekaan Selatan'", 15],
            ["'Kec. Rekaan Timur'", 10],
          ])} AS "Kecamatan",
          ${pick(draw('district'), [
            ["'-'", 70],
            ["'Desa Contohsari'", 15],
            ["'Kel. Contohmulya'", 15],
          ])} AS "Kelurahan",
          '-' AS "Nomor SK", '-' AS "Url SK", '-' AS "Url Dokumen Laporan Tahunan",
          CASE channel WHEN 'setwapres' THEN 'Ya' ELSE 'Tidak' END AS "Laporan yang Masuk melalui Kanal Aduan Setwapres",
          CASE WHEN outcome = 'resolved' AND ${within(draw('rated'), 0.28)} THEN ${pick(
            draw('rating'),
            [
              ["'5'", 34],
              ["'4'", 24],
              ["'3'", 14],
              ["'2'", 9],
              ["'1'", 19],
            ],
          )} ELSE '-' END AS rating_text,
          CASE WHEN ${within(draw('says selesai'), 0.06)} THEN 'Selesai' ELSE 'Ditutup oleh Admin' END AS closed_text,
          CASE WHEN ${within(draw('archived by system'), 0.25)} THEN 'Diarsipkan oleh Sistem'
            ELSE 'Diarsipkan oleh Admin' END AS archived_text,
          CASE WHEN ${within(draw('says terdisposisi'), 0.2)} THEN 'Terdisposisi Belum Ditindaklanjuti'
            ELSE 'Terverifikasi' END AS waiting_text,
          CASE WHEN ${within(draw('reporter replies'), 0.3)} THEN 'Ditanggapi oleh Pelapor'
            WHEN ${within(draw('reporter replies'), 0.304)} THEN 'Dalam Telaah'
            ELSE 'Ditindaklanjuti oleh Instansi' END AS working_text
        FROM ${source} n JOIN s_date d USING (day)
        LEFT JOIN s_agency a1 ON a1.agency = n.first_agency
        LEFT JOIN s_agency a2 ON a2.agency = n.agency
        LEFT JOIN s_agency a3 ON a3.agency = n.second_agency
        LEFT JOIN s_reason r1 ON r1.reason = n.end_reason
        LEFT JOIN s_reason r2 ON r2.reason = n.postpone_reason`;
    })
    .end(`SELECT ${handedOn} FROM worded ORDER BY id`);
}
