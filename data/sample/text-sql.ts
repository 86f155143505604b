import { sqlString } from '../../warehouse/index.ts';
import { pick, sqlDraw, within } from './draw.ts';
import { familyNames, femaleNames, maleNames, person } from './people.ts';
import { listPick } from './tables.ts';

/**
 * SQL expressions of what a person writes and is called, over a row with `id`, `reporter`, `female`,
 * `place_code`, `place_name` (as written) and `topic`. The same reporter has the same name everywhere.
 */
export function personSql(seed: number) {
  const u = (purpose: string) => sqlDraw(seed, purpose, 'reporter');
  const name = `CASE WHEN female THEN ${listPick(femaleNames, u('name'))} ELSE ${listPick(maleNames, u('name'))} END
    || ' ' || ${listPick(familyNames, u('name'), 8)}`;
  const digits = (draw: string, count: number) =>
    `lpad((${draw} % ${10 ** count}::UBIGINT)::VARCHAR, ${count}, '0')`;
  const phone = `${listPick(person.phonePrefixes, u('phone'))} || ${pick(u('phone form'), [
    ["''", 80],
    ["'-'", 20],
  ])} || '5550' || ${pick(u('phone form'), [
    ["''", 80],
    ["'-'", 20],
  ])} || ${digits(`(${u('phone')} >> 4)`, 4)}`;
  const nik = `replace(place_code, '.', '') || '99' || ${digits(u('nik'), 8)} || ${digits(`(${u('nik')} >> 8)`, 2)}`;
  const mail = `lower(${listPick(familyNames, u('name'), 8)}) || (${u('mail')} % 900::UBIGINT + 100)::VARCHAR
    || '@${person.mailDomain}'`;
  const address = `${listPick(person.streets, u('street'))} || ' No. ' || (${u('street number')} % 180::UBIGINT + 1)::VARCHAR`;
  return { name, phone, nik, mail, address };
}

/** Title and body of a report; needs the columns `name`, `phone`, `nik`, `mail`, `address` as well. */
export function bodySql(seed: number) {
  const u = (purpose: string) => sqlDraw(seed, purpose);
  const repeated = `campaign IS NOT NULL`;
  const title = `topic || ' di ' || place_name`;
  const opening = pick(u('opening'), [
    [`'Yth. Bapak/Ibu, saya ' || name || ' warga ' || place_name || '. '`, 30],
    [`'Selamat siang. Nama saya ' || name || ', NIK ' || nik || '. '`, 18],
    [`'Mohon ditindaklanjuti. '`, 32],
    [`'Saya tinggal di ' || address || ', ' || place_name || '. '`, 20],
  ]);
  const middle = pick(u('middle'), [
    [
      `topic || ' sejak ' || (2 + ${u('weeks')} % 9)::VARCHAR || ' minggu lalu dan belum ada perbaikan. '`,
      40,
    ],
    [`topic || '. Kami sudah melapor ke petugas setempat tetapi belum ada jawaban. '`, 35],
    [`topic || ', padahal sudah beberapa kali disampaikan. '`, 25],
  ]);
  const closing = pick(u('closing'), [
    [`'Hubungi saya di ' || phone || '.'`, 26],
    [`'Balasan ke ' || mail || '. Terima kasih.'`, 12],
    [`'Terima kasih.'`, 50],
    [
      `'Nomor WA +62 ' || substr(replace(phone, '-', ''), 2, 3) || '-5550-' || right(phone, 4) || ' atas nama ' || name || '.'`,
      12,
    ],
  ]);
  const campaignText = `topic || ' di ' || place_name || '. Mohon segera ditangani, warga sangat terganggu. '`;
  const body = `CASE WHEN ${repeated} THEN ${campaignText} ELSE ${opening} || ${middle} END || ${closing}`;
  return { title, body };
}

/** A reason in an agency's own words that names a person: what the rule for reasons must catch. */
export function personalReasonSql(seed: number): string {
  return pick(sqlDraw(seed, 'personal reason'), [
    [`'Pelapor Ibu ' || name || ' tidak dapat dihubungi di nomor ' || phone`, 35],
    [`'Sudah dijelaskan kepada Bapak ' || name || ' pada kunjungan lapangan'`, 30],
    [`'Menunggu berkas dari Sdr. ' || name || ' NIK ' || nik`, 20],
    [`'Konfirmasi ke ' || mail || ' belum dibalas'`, 15],
  ]);
}

/** SQL: the text with its spaces made non-breaking, for about one row in 80. */
export function sometimesNonBreaking(text: string, draw: string): string {
  return `CASE WHEN ${within(draw, 0.008)} THEN replace(${text}, ' ', ${sqlString('\u00a0')})
    WHEN ${within(draw, 0.0125)} THEN ${text} || ${sqlString('\u00a0')} ELSE ${text} END`;
}
