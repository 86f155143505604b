import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../base/index.ts';
import { sqlString, withSession } from '../../warehouse/index.ts';

const seed = (name: string) => path.join(packageRoot(), 'models', 'seeds', `${name}.csv`);
const shared = path.join(packageRoot(), '..', 'shared', 'data');

async function read(file: string): Promise<Record<string, string | null>[]> {
  return await withSession({}, (session) =>
    session.rows(`SELECT * FROM read_csv(${sqlString(file)}, header = true, all_varchar = true)`),
  );
}

let patterns: { pattern: string; reason_code: string }[];
beforeAll(async () => {
  patterns = (await read(seed('reason_pattern'))) as typeof patterns;
});

// What a pattern matches may land as text: were there a wildcard, a name could come with it.
test('reason patterns hold words alone', () => {
  for (const { pattern } of patterns) {
    expect(pattern).not.toMatch(/\.[*+?{]|\\[wWdDsS]|\[\^|\.(?![a-z])/);
  }
});

test('reasons in the words of administrators', () => {
  const codeOf = (text: string) =>
    patterns.find(({ pattern }) => new RegExp(pattern).test(text))?.reason_code ?? 'other';
  const reasons: Record<string, string> = {
    'bukan kewenangan instansi': 'not_in_authority',
    'laporan di luar kewenangan kami': 'not_in_authority',
    'kewenangan instansi lain': 'not_in_authority',
    'data tidak lengkap': 'incomplete_data',
    'substansi laporan tidak jelas': 'unclear_substance',
    'format tidak sesuai': 'wrong_format',
    'laporan terlalu umum': 'too_general',
    'tidak berkaitan dengan kinerja pemerintah': 'not_performance',
    'laporan duplikat': 'duplicate',
    'sudah ditangani': 'already_handled',
    'dalam proses hukum': 'legal_process',
    'menunggu anggaran tahun depan': 'awaiting_budget',
    'menunggu tanggapan dari instansi lain': 'awaiting_agency',
    'pelapor tidak dapat dihubungi': 'reporter_unreachable',
    'tanpa alasan': 'none_given',
    'karena hujan': 'other',
  };
  for (const [text, code] of Object.entries(reasons)) expect(codeOf(text), text).toBe(code);
});

test('every code of a map has labels in both languages, and folded texts', async () => {
  const labels = await read(seed('code_label'));
  const known = new Set(labels.map((row) => `${row.dimension}.${row.code}`));
  const maps = {
    status_map: 'status',
    classification_map: 'classification',
    channel_map: 'channel',
    anonymity_map: 'anonymity',
    event_map: 'event',
    sex_map: 'sex',
    disability_map: 'disability',
    age_map: 'age_band',
  };
  for (const [name, dimension] of Object.entries(maps)) {
    for (const { raw, code } of await read(seed(name))) {
      expect(known, `${name}: ${raw}`).toContain(`${dimension}.${code}`);
      expect(raw).toMatch(/^[\p{Ll}\p{N}]+( [\p{Ll}\p{N}]+)*$/u);
    }
  }
  for (const row of labels) expect(row.label_id && row.label_en, `${row.code}`).toBeTruthy();
});

describe.skipIf(!existsSync(shared))('against ../shared/data (skipped where it is missing)', () => {
  test('places and residents are those of the source', async () => {
    const source = (await read(path.join(shared, 'region-population-2024s2.csv'))).slice(1);
    const regions = await read(seed('region'));
    const population = await read(seed('population'));
    expect(regions.map((row) => [row.region_code, row.name])).toEqual(
      // Six names have two spaces there.
      source.map((row) => [row.code, row.name?.replace(/ +/g, ' ')]),
    );
    expect(population.map((row) => [row.region_code, row.male, row.female, row.total])).toEqual(
      source.map((row) => [row.code, row.male, row.female, row.total]),
    );
  });

  test('holidays are those of the source; the mark of an estimate is a status', async () => {
    const source = await read(path.join(shared, 'holidays-2013-2027.csv'));
    const holidays = await read(seed('holiday'));
    expect(
      holidays.map(
        (row) => `${row.date} ${row.name}${row.status === 'estimate' ? ' (perkiraan)' : ''}`,
      ),
    ).toEqual(source.map((row) => `${row.date} ${row.name}`));
  });

  test('the categories are the main categories of the source', async () => {
    const text = readFileSync(path.join(shared, 'lapor-categories.json'), 'utf8');
    const categories = await read(seed('category'));
    expect(categories.map((row) => row.source_name)).toEqual(Object.keys(JSON.parse(text)));
  });
});
