import type { Label } from '../../release/index.ts';
import type { Kind } from './fixture.ts';
import { agencies, boroughs, categories, provinces, regencies } from './fixture-world.ts';

const codes: Record<string, [string, string, string][]> = {
  sex: [
    ['f', 'perempuan', 'female'],
    ['m', 'laki-laki', 'male'],
  ],
  age_band: [
    ['y0t17', 'di bawah 18 tahun', 'under 18'],
    ['y18t24', '18–24 tahun', '18–24'],
    ['y25t34', '25–34 tahun', '25–34'],
    ['y35t44', '35–44 tahun', '35–44'],
    ['y45t59', '45–59 tahun', '45–59'],
    ['y_ge60', '60 tahun ke atas', '60 and over'],
  ],
  disability: [
    ['yes', 'penyandang disabilitas', 'with a disability'],
    ['no', 'bukan penyandang disabilitas', 'without a disability'],
  ],
  channel: [
    ['website', 'situs web', 'website'],
    ['mobile_app', 'aplikasi seluler', 'mobile app'],
    ['whatsapp', 'WhatsApp', 'WhatsApp'],
    ['sms', 'SMS 1708', 'SMS 1708'],
    ['x_twitter', 'X (Twitter)', 'X (Twitter)'],
    ['integrated', 'kanal instansi terintegrasi', 'integrated agency channel'],
    ['walk_in', 'datang langsung', 'walk-in'],
  ],
  classification: [
    [
      'complaint_unsupervised',
      'pengaduan tidak berkadar pengawasan',
      'complaint without supervision content',
    ],
    ['complaint_supervised', 'pengaduan berkadar pengawasan', 'complaint with supervision content'],
    ['aspiration', 'aspirasi', 'aspiration'],
    ['information_request', 'permintaan informasi', 'request for information'],
  ],
  agency_type: [
    ['kementerian', 'kementerian', 'ministry'],
    ['lembaga', 'lembaga', 'agency'],
    ['provinsi', 'pemerintah provinsi', 'provincial government'],
    ['kabupaten', 'pemerintah kabupaten', 'regency government'],
    ['kota', 'pemerintah kota', 'city government'],
    ['bumn', 'BUMN', 'state-owned enterprise'],
    ['other', 'lainnya', 'other'],
  ],
  reason: [
    ['not_in_authority', 'bukan wewenang', 'not in its authority'],
    ['incomplete_data', 'data tidak lengkap', 'incomplete data'],
    ['unclear_substance', 'substansi tidak jelas', 'unclear substance'],
    ['too_general', 'terlalu umum', 'too general'],
    ['duplicate', 'duplikat', 'duplicate'],
    ['legal_process', 'dalam proses hukum', 'under legal process'],
    ['awaiting_budget', 'menunggu anggaran', 'awaiting budget'],
    ['awaiting_agency', 'menunggu instansi lain', 'awaiting another agency'],
    ['reporter_unreachable', 'pelapor tidak dapat dihubungi', 'reporter unreachable'],
    ['none_given', 'alasan tidak disebutkan', 'no reason given'],
    ['other', 'alasan lain', 'other reason'],
  ],
};

const label = (dimension: string, code: string, id: string, en: string, sort: number): Label => ({
  dimension,
  code,
  label_id: id,
  label_en: en,
  short_label: null,
  sort,
  parent: null,
  tile_column: null,
  tile_row: null,
  extra: null,
});

export function labelsOf(kind: Kind): Label[] {
  const labels: Label[] = [];
  for (const [dimension, rows] of Object.entries(codes)) {
    labels.push(...rows.map(([code, id, en], index) => label(dimension, code, id, en, index)));
    labels.push(label(dimension, 'unknown', 'tidak diketahui', 'unknown', 99));
  }
  for (const dimension of ['province', 'regency', 'category', 'agency']) {
    labels.push(label(dimension, 'unknown', 'tidak diketahui', 'unknown', 999));
  }
  if (kind === 'foreign') {
    labels.push(...boroughs.map((name, index) => label('province', name, name, name, index)));
    return labels;
  }
  provinces.forEach(([code, name, short, column, row, people], index) => {
    labels.push({
      ...label('province', code, name, name, index),
      short_label: short,
      tile_column: column,
      tile_row: row,
      extra: String(people),
    });
  });
  regencies.forEach(([code, name, parent], index) => {
    labels.push({ ...label('regency', code, name, name, index), parent });
  });
  labels.push(
    ...categories.map(([code, name], index) => label('category', code, name, name, index)),
  );
  agencies.forEach(([code, name, type], index) => {
    labels.push({ ...label('agency', code, name, name, index), parent: type });
  });
  return labels;
}
