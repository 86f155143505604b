import { sqlString } from '../../warehouse/index.ts';
import { pick, within } from './draw.ts';
import { familyNames, femaleNames, maleNames, person } from './people.ts';
import type { Draw } from './stages.ts';
import { listPick } from './tables.ts';

/**
 * SQL expressions of what a person is called and how to be reached, over a row with `reporter`,
 * `female` and `place_code`. The same reporter has the same name everywhere.
 */
export function personSql(draw: Draw) {
  const u = (purpose: string) => draw(purpose, 'reporter');
  const digits = (value: string, count: number) =>
    `lpad((${value} % ${10 ** count}::UBIGINT)::VARCHAR, ${count}, '0')`;
  const hyphen = pick(u('phone form'), [
    ["''", 80],
    ["'-'", 20],
  ]);
  const family = listPick(familyNames, u('name'), 8);
  const given = `CASE WHEN female THEN ${listPick(femaleNames, u('name'))} ELSE ${listPick(maleNames, u('name'))} END`;
  return {
    name: `${given} || ' ' || ${family}`,
    phone: `${listPick(person.phonePrefixes, u('phone'))} || ${hyphen} || '5550' || ${hyphen}
      || ${digits(`(${u('phone')} >> 4)`, 4)}`,
    nik: `replace(place_code, '.', '') || '99' || ${digits(u('nik'), 8)} || ${digits(`(${u('nik')} >> 8)`, 2)}`,
    mail: `lower(${family}) || (${u('mail')} % 900::UBIGINT + 100)::VARCHAR || '@${person.mailDomain}'`,
    address: `${listPick(person.streets, u('street'))} || ' No. ' || (${u('street number')} % 180::UBIGINT + 1)::VARCHAR`,
  };
}

export const titleSql = `topic || ' di ' || place_name`;

/** The body of a report, over a row with the columns of `personSql`, `topic` and `place_name`. */
export function bodySql(draw: Draw): string {
  const opening = pick(draw('opening'), [
    [`'Yth. Bapak/Ibu, saya ' || name || ' warga ' || place_name || '. '`, 30],
    [`'Selamat siang. Nama saya ' || name || ', NIK ' || nik || '. '`, 18],
    [`'Mohon ditindaklanjuti. '`, 32],
    [`'Saya tinggal di ' || address || ', ' || place_name || '. '`, 20],
  ]);
  const middle = pick(draw('middle'), [
    [
      `topic || ' sejak ' || (2 + ${draw('weeks')} % 9)::VARCHAR || ' minggu lalu dan belum ada perbaikan. '`,
      40,
    ],
    [`topic || '. Kami sudah melapor ke petugas setempat tetapi belum ada jawaban. '`, 35],
    [`topic || ', padahal sudah beberapa kali disampaikan. '`, 25],
  ]);
  const international = `'+62 ' || substr(replace(phone, '-', ''), 2, 3) || '-5550-' || right(phone, 4)`;
  const closing = pick(draw('closing'), [
    [`'Hubungi saya di ' || phone || '.'`, 26],
    [`'Balasan ke ' || mail || '. Terima kasih.'`, 12],
    [`'Terima kasih.'`, 50],
    [`'Nomor WA ' || ${international} || ' atas nama ' || name || '.'`, 12],
  ]);
  const campaign = `topic || ' di ' || place_name || '. Mohon segera ditangani, warga sangat terganggu. '`;
  return `CASE WHEN campaign IS NOT NULL THEN ${campaign} ELSE ${opening} || ${middle} END || ${closing}`;
}

/** A reason in an agency's own words that names a person: what the rule for reasons must catch. */
export function personalReasonSql(draw: Draw): string {
  return pick(draw('personal reason'), [
    [`'Pelapor Ibu ' || name || ' tidak dapat dihubungi di nomor ' || phone`, 35],
    [`'Sudah dijelaskan kepada Bapak ' || name || ' pada kunjungan lapangan'`, 30],
    [`'Menunggu berkas dari Sdr. ' || name || ' NIK ' || nik`, 20],
    [`'Konfirmasi ke ' || mail || ' belum dibalas'`, 15],
  ]);
}

/** SQL: the text with its spaces made non-breaking, or one after it, for about one row in 80. */
export function sometimesNonBreaking(text: string, u: string): string {
  return `CASE WHEN ${within(u, 0.008)} THEN replace(${text}, ' ', ${sqlString('\u00a0')})
    WHEN ${within(u, 0.0125)} THEN ${text} || ${sqlString('\u00a0')} ELSE ${text} END`;
}

/** SQL `hh:mm:ss` of a second of the day. */
export function clockSql(second: string): string {
  const two = (value: string) => `lpad((${value})::VARCHAR, 2, '0')`;
  return `${two(`${second} // 3600`)} || ':' || ${two(`${second} // 60 % 60`)} || ':' || ${two(`${second} % 60`)}`;
}
