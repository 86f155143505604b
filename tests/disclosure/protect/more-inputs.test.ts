import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../../base/index.ts';
import { readCounts } from '../../../cli/protect/read-counts.ts';
import { attackFolder } from '../../../disclosure/attack/index.ts';
import { numbers } from '../records.ts';
import { folder, protect, table } from './run-protect.ts';

const at = folder();
const file = (name: string) => path.join(at, name);
const write = (name: string, rows: readonly string[]) =>
  writeFileSync(file(name), `${rows.join('\n')}\n`);

interface Made {
  id: string;
  region: string;
  topic: string;
  anonymity: string;
  /** Empty where it has not come to an end. */
  days: string;
}
const next = numbers(77);
const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
/** Nobody complains of the sea where there is none: 21 and 22. */
const made: Made[] = Array.from({ length: 500 }, (_, index) => {
  const region = pick(['11', '11', '12', '21', '22']);
  return {
    id: `K-${index}`,
    region,
    topic: region < '20' ? pick(['roads', 'water', 'sea']) : pick(['roads', 'water']),
    anonymity: 'open',
    days: next() < 0.3 ? '' : String(Math.floor(next() * 40)),
  };
});
const header = 'id,region,topic,anonymity,days';
const line = (one: Made) => Object.values(one).join(',');
write('records.csv', [header, ...made.map(line)]);
write('regions.csv', ['code,parent', '11,1', '12,1', '21,2', '22,2']);
const usual = ['--id', 'id', '--dimensions', 'region,topic', '--table', 'region,topic'];
const hierarchy = ['--hierarchy', `region=${file('regions.csv')}`, '--keep', 'region,topic'];
const run = (name: string, args: readonly string[]) =>
  protect(at, [file(name), ...usual, ...hierarchy, ...args]);

function inCell(key: string): Made[] {
  const [region = '', topic = ''] = key.split(' ');
  return made.filter(
    (one) =>
      (region === '_T' || one.region.startsWith(region)) && (topic === '_T' || one.topic === topic),
  );
}

describe('bukti protect', () => {
  it('tells what cannot occur from what is nought, parents of such parts too', async () => {
    const rows = made.filter(({ region, topic }) => !(region.startsWith('1') && topic === 'water'));
    write('dry.csv', [header, ...rows.map(line)]);
    write('never.csv', ['topic,region', 'sea,2', 'water,11', 'water,12']);
    const out = file('dry');
    const done = await run('dry.csv', ['--impossible', file('never.csv'), '--out', out]);
    expect(done.error).toBeUndefined();
    const shown = table(path.join(out, 'region-topic.csv'));
    const never = [...shown].filter(([, [, , , status]]) => status === 'M').map(([key]) => key);
    expect(never.sort()).toEqual(
      ['1 water', '11 water', '12 water', '2 sea', '21 sea', '22 sea'].sort(),
    );
    expect(shown.get('2 sea')?.[0]).toBe('');
    const wrong = await run('records.csv', ['--impossible', file('never.csv'), '--out', out]);
    // 11, 12 and both.
    expect(wrong.error).toMatchObject({ key: 'protect.impossible-found', params: { n: 3 } });
    write('never.csv', ['topic,region', 'see,2']);
    const misspelt = await run('dry.csv', ['--impossible', file('never.csv'), '--out', out]);
    expect(misspelt.error?.params).toMatchObject({ line: 2, near: 'sea' });
  });

  it('reads percentiles at a rank next to theirs, and counts by residents from published counts', async () => {
    const out = file('more');
    write('people.csv', ['code,residents', '11,200000', '12,90000', '21,150000', '22,60000']);
    const args = ['--percentile', 'days=50,90', '--residents', `region=${file('people.csv')}`];
    const done = await run('records.csv', [...args, '--out', out]);
    expect(done.error).toBeUndefined();
    const csv = path.join(out, 'region-topic.csv');
    const counts = table(csv);
    let told = 0;
    for (const percent of [50, 90]) {
      const percentiles = table(csv, `P${percent}_days`);
      expect(percentiles.size).toBe(counts.size);
      for (const [key, [value, lower, , status]] of percentiles) {
        const own = inCell(key);
        const waits = own
          .map(({ days }) => (days === '' ? Infinity : Number(days)))
          .sort((a, b) => a - b);
        if (Number(counts.get(key)?.[0]) < 20) {
          expect([value, status], key).toEqual(['', 'Q']);
          continue;
        }
        // Ranks count from 1.
        const rank = Math.ceil((percent * own.length) / 100);
        const near = [rank - 1, rank, rank + 1].map((one) => waits[one - 1]);
        expect(near, key).toContain(status === 'U' ? Infinity : Number(value));
        expect(lower).toBe('');
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(20);
    const residents: Record<string, number> = { '11': 2e5, '12': 9e4, '21': 1.5e5, '22': 6e4 };
    const rates = table(csv, 'PER_100K');
    for (const [key, [value]] of rates) {
      const [region = ''] = key.split(' ');
      const people = Object.entries(residents)
        .filter(([code]) => region === '_T' || code.startsWith(region))
        .reduce((sum, [, n]) => sum + n, 0);
      const count = Number(counts.get(key)?.[0]);
      if (count === 0) expect(value).toBe('');
      else expect(Number(value), key).toBeCloseTo((count * 100_000) / people, 1);
    }
    const { findings } = await attackFolder(out, { residents: [file('people.csv')] });
    expect(findings.filter(({ severity }) => severity === 'recovered')).toEqual([]);
  });

  const secret = () => {
    const few = ['K-1', 'K-2', 'K-3'].map((id) => made.find((one) => one.id === id) as Made);
    const where = few.map(({ region, topic }) => `${region} ${topic}`);
    const rows = made.map((one) => (few.includes(one) ? { ...one, anonymity: 'rahasia' } : one));
    write('secret.csv', [header, ...rows.map(line)]);
    return where;
  };

  it('counts secret records, in a column that is no dimension', async () => {
    const where = secret();
    const { cells, structure } = await readCounts(openWorkspace(at), {
      file: file('secret.csv'),
      dimensions: ['region', 'topic'],
      tables: [],
      hierarchies: new Map(),
      sensitive: new Map(),
      total: '_T',
      id: 'id',
      idSystem: 'lapor',
      secretOf: ['anonymity', 'rahasia'],
    });
    expect(structure.dimensions.map(({ name }) => name)).toEqual(['region', 'topic']);
    for (const cell of cells) {
      const { region = '', topic = '' } = cell.at;
      const own = where.filter((key) => key.startsWith(region) && key.endsWith(topic));
      expect(cell.secret, `${region} ${topic}`).toBe(own.length);
    }
    const none = await run('records.csv', ['--secret', 'anonymity=rahasia', '--out', file('s')]);
    expect(none.error?.key).toBe('protect.no-secret');
  });

  // A run under suppress starts a thread that learns TypeScript first: a second or two.
  const full = it.runIf(process.env.BUKTI_PERTURBED_TABLES);
  full('hides cells with few secret records: the others can be counted in public', async () => {
    const where = secret();
    const args = ['--method', 'suppress', '--secret', 'anonymity=rahasia', '--out', file('s')];
    expect((await run('secret.csv', args)).error).toBeUndefined();
    const shown = table(path.join(file('s'), 'region-topic.csv'));
    for (const key of where) {
      expect(inCell(key).length).toBeGreaterThanOrEqual(5);
      expect(shown.get(key)?.[3], key).toBe('Q');
    }
    // Three secret ones among all: the total too.
    expect(shown.get('_T _T')?.[3]).toBe('Q');
    expect(readFileSync(path.join(file('s'), 'structure.json'), 'utf8')).not.toContain('anonymity');
  });

  it('refuses what would be wrong or would give something away', async () => {
    const bad = async (...args: string[]) =>
      (await run('records.csv', ['--out', file('bad'), ...args])).error;
    const ledger = ['--ledger', file('ledger.json'), '--period', '2026Q3'];
    expect((await bad('--percentile', 'days=50', ...ledger))?.key).toBe(
      'protect.percentile-ledger',
    );
    expect((await bad('--percentile', 'days=100'))?.key).toBe('protect.bad-percentile');
    expect(await bad('--percentile', 'topic=50')).toMatchObject({
      key: 'protect.not-days',
      params: { rows: 500, row: 2 },
    });
    const regions = `region=${file('regions.csv')}`;
    expect((await bad('--residents', regions))?.key).toBe('protect.residents-columns');
    expect((await bad('--residents', `regoin=${file('regions.csv')}`))?.params).toMatchObject({
      near: 'region',
    });
  });
});
