import { beforeAll, expect, test } from 'vitest';
import {
  type Built,
  built,
  type LandedRow,
  land,
  reportOf,
  statesOf,
  workspaceWith,
} from './landing.ts';

const places: [province: string | null, regency: string | null, codes: [string, string]][] = [
  ['Jawa Barat', 'Kab. Bandung', ['32', '32.04']],
  ['JAWA BARAT', 'KABUPATEN BANDUNG', ['32', '32.04']],
  ['Jabar', 'Bandung, Kab.', ['32', '32.04']],
  [null, 'Kota Bandung', ['32', '32.73']],
  ['Jawa Barat', 'Bandung', ['32', 'unknown']],
  ['Jawa Barat', 'Banjar', ['32', '32.79']],
  ['Kalimantan Selatan', 'Banjar', ['63', '63.03']],
  ['DKI Jakarta', 'Jakarta Selatan', ['31', '31.74']],
  ['Daerah Khusus Jakarta', 'Kota Adm. Jakarta Pusat', ['31', '31.71']],
  ['Daerah Khusus Ibukota Jakarta', 'Kepulauan Seribu', ['31', '31.01']],
  ['D.I. Yogyakarta', 'Gunung Kidul', ['34', '34.03']],
  ['Prov. Kep. Riau', 'Tanjungpinang', ['21', '21.72']],
  ['Bangka Belitung', null, ['19', 'unknown']],
  ['Papua Barat', 'Fakfak', ['92', '92.03']],
  ['Sumatera Barat', 'Kabupaten Lima Puluh Kota', ['13', '13.07']],
  ['Sumatera Barat', '50 Kota', ['13', '13.07']],
  ['Jawa Timur', 'Kab. Bandung', ['35', 'unknown']],
  ['Atlantis', 'Kota Medan', ['12', '12.71']],
  ['Nusa Tenggara Timur', '53.71', ['53', '53.71']],
];

const agencies: [agency: string | null, parent: string | null, code: string][] = [
  ['Kementerian Pekerjaan Umum dan Perumahan Rakyat', null, 'kemenpupr'],
  ['KEMENDIKBUDRISTEK', null, 'kemendikbudristek'],
  ['BPJS Kesehatan', null, 'bpjs_kesehatan'],
  ['PT. PLN (Persero)', null, 'pln'],
  ['Pemerintah Provinsi Jawa Barat', null, 'prov-32'],
  ['Pemprov DKI Jakarta', null, 'prov-31'],
  ['Pemkab Bandung', null, 'kab-32.04'],
  ['Pemerintah Kab. Bandung', null, 'kab-32.04'],
  ['Pemerintah Kota Bandung', null, 'kota-32.73'],
  ['Pemerintah Aceh', null, 'prov-11'],
  ['Kabupaten Toba Samosir', null, 'kab-12.12'],
  ['Dinas Pekerjaan Umum', 'Pemerintah Kota Surabaya', 'kota-35.78'],
  ['Kecamatan Anu Kota Antah', null, 'data:kecamatan-anu-kota-antah'],
  [null, null, 'unknown'],
];

const coded: [column: string, raw: string, field: string, code: string | number | null][] = [
  ['classification', 'Pengaduan Berkadar Pengawasan', 'classification', 'complaint_supervised'],
  ['classification', 'Pengaduan', 'classification', 'complaint'],
  ['channel', 'SMS 1708', 'channel', 'sms'],
  ['report_type', 'Anonim', 'anonymity', 'anonim'],
  ['category', 'KESEHATAN', 'category_code', 'health'],
  ['category', 'Haji dan Umroh', 'category_code', 'religion'],
  ['category', 'Kategori Baru', 'category_code', 'unknown'],
  ['rating', '4.0', 'rating', 4],
  ['rating', '4,5', 'rating', null],
  ['sex', 'Perempuan', 'sex', 'f'],
];

const plain = { submitted_at: '2026-07-06 10:00', status: 'Terverifikasi' };
const rows: LandedRow[] = [
  ...places.map(([province, regency], n) => ({ n, ...plain, province, regency })),
  ...agencies.map(([agency, agency_parent], i) => ({
    n: 100 + i,
    ...plain,
    agency,
    agency_parent,
  })),
  ...coded.map(([column, raw], i) => ({ n: 200 + i, ...plain, [column]: raw })),
  { n: 300, ...plain, submitted_at: '2021-05-05 10:00', province: 'Papua', regency: 'Merauke' },
  { n: 301, ...plain, submitted_at: '2023-05-05 10:00', province: 'Papua', regency: 'Merauke' },
  {
    n: 302,
    ...plain,
    submitted_at: '2021-05-05 10:00',
    province: 'Papua Barat Daya',
    regency: null,
  },
  { n: 303, ...plain, channel: 'Website', setwapres: 'Ya' },
  { n: 304, ...plain, channel: 'Website', setwapres: 'Tidak' },
];

let warehouse: Built;
beforeAll(async () => {
  const workspace = workspaceWith();
  await land(workspace, { kind: 'complaint', known_at: '2026-07-31', rows });
  const attributes = [
    { n: 303, sex: 'L', age_band: '<18', disability: 'Ya' },
    { n: 304, sex: 'P', age_band: '60+', disability: null },
  ];
  await land(workspace, { kind: 'attribute', known_at: '2026-07-31', rows: attributes });
  // A later file without sex takes nothing away.
  const later = [{ n: 304, age_band: '18-24', disability: 'Tidak' }];
  await land(workspace, { kind: 'attribute', known_at: '2026-08-31', rows: later });
  warehouse = await built(workspace);
});

test('places are found under the names that people write', async () => {
  const found = await warehouse.rows(
    `SELECT province_code, regency_code FROM fct_complaint
       WHERE complaint_key < '00000000-0000-0000-0000-000000000100' ORDER BY complaint_key`,
  );
  expect(found.map((row) => [row.province_code, row.regency_code])).toEqual(
    places.map(([, , codes]) => codes),
  );
});

test('agencies are found by name, abbreviation, region or parent', async () => {
  for (const [i, [name, , code]] of agencies.entries()) {
    const [state] = await statesOf(warehouse, 100 + i);
    expect(state?.split(' ')[1], name ?? 'no name').toBe(code);
  }
});

test('coded fields', async () => {
  for (const [i, [, raw, field, code]] of coded.entries()) {
    expect((await reportOf(warehouse, 200 + i))[field], raw).toBe(code);
  }
});

test('a report older than a province counts for the province of its time', async () => {
  const of = async (n: number) => {
    const { province_code, regency_code } = await reportOf(warehouse, n);
    return [province_code, regency_code];
  };
  expect(await of(300)).toEqual(['91', '93.01']);
  expect(await of(301)).toEqual(['93', '93.01']);
  expect(await of(302)).toEqual(['92', 'unknown']);
});

test('the channel of the Vice President goes before the declared one', async () => {
  expect(await reportOf(warehouse, 303)).toMatchObject({ channel: 'setwapres' });
  expect(await reportOf(warehouse, 304)).toMatchObject({ channel: 'website' });
});

test('attributes come from the newest file that knows each', async () => {
  expect(await reportOf(warehouse, 303)).toMatchObject({
    sex: 'm',
    age_band: 'y0t17',
    disability: 'yes',
  });
  expect(await reportOf(warehouse, 304)).toMatchObject({
    sex: 'f',
    age_band: 'y18t24',
    disability: 'no',
  });
});

test('what did not resolve is listed, and nothing else', async () => {
  const listed = await warehouse.rows('SELECT * FROM meta_unresolved ORDER BY dimension, raw');
  expect(listed.map((row) => `${row.dimension}: ${row.raw} (${row.n})`)).toEqual([
    'agency: Kecamatan Anu Kota Antah (1)',
    'category: Kategori Baru (1)',
    'province: Atlantis (1)',
    'regency: Bandung, Jawa Barat (1)',
    'regency: Kab. Bandung, Jawa Timur (1)',
  ]);
});
