import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { perturbationTable, perturbed } from '../../../disclosure/index.ts';
import { leavesOf, numbers, regions } from '../records.ts';
import { folder, protect, table } from './run-protect.ts';

const at = folder();
const file = (name: string) => path.join(at, name);
const region = regions(2, 2);

interface Made {
  id: string;
  who: string;
  region: string;
  topic: string;
}
const next = numbers(31);
const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
const made: Made[] = Array.from({ length: 400 }, (_, index) => ({
  id: `K-${index}`,
  who: `P${index % 350}`,
  region: pick(leavesOf(region)),
  topic: pick(['roads', 'roads', 'water']),
}));
const header = 'id,who,region,topic';
const lines = (rows: readonly Made[]) =>
  rows.map(({ id, who, region, topic }) => `${id},${who},${region},${topic}`);
writeFileSync(file('records.csv'), `${[header, ...lines(made)].join('\n')}\n`);
writeFileSync(file('regions.csv'), 'code,parent\n11,1\n12,1\n21,2\n22,2\n');
const usual = ['--id', 'id', '--hierarchy', `region=${file('regions.csv')}`];
const run = (name: string, args: readonly string[]) => protect(at, [file(name), ...args]);

const known = new Map<string, number>();
/** The record key by its definition, with Node's own HMAC. */
function recordKey(id: string): number {
  const key = known.get(id) ?? hashed(id);
  known.set(id, key);
  return key;
}

function hashed(id: string): number {
  const { k1, k2 } = JSON.parse(readFileSync(file('keys.json'), 'utf8'));
  const uuid = (key: string, text: string) => {
    const hex = createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
    return [8, 12, 16, 20, 32].map((end, at) => hex.slice([0, 8, 12, 16, 20][at], end)).join('-');
  };
  return Number.parseInt(uuid(k2, uuid(k1, `lapor|${id}`)).slice(0, 8), 16);
}

describe('bukti protect', () => {
  it('gives every cell the noise of its own records, by their keys in the warehouse', async () => {
    const out = file('first');
    const done = await run('records.csv', [...usual, '--table', 'region,topic', '--out', out]);
    expect(done).toMatchObject({ error: undefined, published: ['region-topic'], complaints: 400 });
    const noise = perturbationTable();
    const shown = table(path.join(out, 'region-topic.csv'));
    expect(shown.size).toBe(7 * 3);
    for (const [key, [value]] of shown) {
      const [place = '', topic = ''] = key.split(' ');
      const own = made.filter(
        (one) =>
          (place === '_T' || one.region.startsWith(place)) &&
          (topic === '_T' || one.topic === topic),
      );
      const sum = own.reduce((sum, { id }) => sum + recordKey(id), 0);
      expect(Number(value), key).toBe(perturbed(noise, own.length, sum));
    }
    if (process.platform !== 'win32') {
      expect(statSync(`${out}.report.md`).mode & 0o077).toBe(0);
    }
    expect(done.files.some((name) => name.includes('report'))).toBe(false);
  });

  it('does not depend on the order of rows, and shares cells between tables', async () => {
    writeFileSync(file('turned.csv'), `${[header, ...lines([...made].reverse())].join('\n')}\n`);
    const tables = ['--table', 'topic', '--table', 'region,topic'];
    await run('turned.csv', [...usual, ...tables, '--out', file('turned')]);
    const before = readFileSync(path.join(file('first'), 'region-topic.csv'), 'utf8');
    expect(readFileSync(path.join(file('turned'), 'region-topic.csv'), 'utf8')).toBe(before);
    const margin = table(path.join(file('turned'), 'topic.csv'));
    const whole = table(path.join(file('first'), 'region-topic.csv'));
    for (const [topic, value] of margin) expect(whole.get(`_T ${topic}`)).toEqual(value);
  });

  it('holds a published period until late records are enough', async () => {
    const ledger = ['--ledger', file('ledger.json'), '--period', '2026Q3', '--out', file('kept')];
    const tables = [...usual, '--table', 'region', ...ledger];
    const text = () => readFileSync(path.join(file('kept'), 'region.csv'), 'utf8');
    expect((await run('records.csv', tables)).held).toEqual([]);
    const first = text();
    const late = (count: number) => {
      const rows = Array.from({ length: count }, (_, index) => `L-${index},Q${index},11,roads`);
      writeFileSync(file('late.csv'), `${[header, ...lines(made), ...rows].join('\n')}\n`);
    };
    late(4);
    expect((await run('late.csv', tables)).held).toEqual(['region']);
    expect(text()).toBe(first);
    late(5);
    expect((await run('late.csv', tables)).held).toEqual([]);
    expect(text()).not.toBe(first);
    const other = await run('late.csv', [...tables, '--noise', '6,3,2']);
    expect(other.error?.key).toBe('disclosure.ledger-noise');
    const alone = await run('late.csv', [...usual, '--ledger', 'x', '--out', file('kept')]);
    expect(alone.error?.key).toBe('protect.ledger-period');
  });

  it('coarsens once, keeps that, and withholds what noise does not protect', async () => {
    const few = made.filter(({ region }) => region !== '11').slice(0, 200);
    // One complainant sends nine of the eleven reports of regency 11.
    const one = Array.from({ length: 11 }, (_, index) => ({
      id: `O-${index}`,
      who: index < 9 ? 'one' : `R${index}`,
      region: '11',
      topic: 'roads',
    }));
    writeFileSync(file('one.csv'), `${[header, ...lines([...few, ...one])].join('\n')}\n`);
    const tables = [
      '--complainant',
      'who',
      '--table',
      'region,topic',
      '--design',
      file('plan.json'),
    ];
    const flat = await run('one.csv', [
      '--id',
      'id',
      '--complainant',
      'who',
      '--table',
      'region',
      '--out',
      file('x'),
    ]);
    expect(flat.error?.key).toBe('protect.nothing-left');
    expect(existsSync(file('x'))).toBe(false);
    expect(readFileSync(`${file('x')}.report.md`, 'utf8')).toContain('region=11');
    const done = await run('one.csv', [...usual, ...tables, '--out', file('coarse')]);
    expect(done).toMatchObject({ coarsened: ['region-topic'], withheld: [] });
    const codes = [...table(path.join(file('coarse'), 'region-topic.csv')).keys()];
    expect(new Set(codes.map((key) => key.split(' ')[0]))).toEqual(new Set(['_T', '1', '2']));
    expect(readFileSync(path.join(file('coarse'), 'structure.json'), 'utf8')).not.toContain('11');
    // Later data that would not need it do not make the table finer again.
    await run('records.csv', [...usual, ...tables, '--out', file('coarse')]);
    expect(table(path.join(file('coarse'), 'region-topic.csv')).size).toBe(9);
  });

  it('takes counts with key sums as it takes their records', async () => {
    const groups = new Map<string, { n: number; keys: number }>();
    for (const { id, region, topic } of made) {
      const group = groups.get(`${region},${topic}`) ?? { n: 0, keys: 0 };
      group.n += 1;
      group.keys = (group.keys + recordKey(id)) % 2 ** 32;
      groups.set(`${region},${topic}`, group);
    }
    const rows = [...groups].map(([codes, { n, keys }]) => `${codes},${n},${keys}`);
    const text = ['region,topic,n,keys', ...rows, '_T,roads,999,1'].join('\n');
    writeFileSync(file('counts.csv'), `${text}\n`);
    const counts = ['--count', 'n', '--hierarchy', `region=${file('regions.csv')}`];
    await run('counts.csv', [...counts, '--key-sum', 'keys', '--out', file('counts')]);
    expect(table(path.join(file('counts'), 'region-topic.csv'))).toEqual(
      table(path.join(file('first'), 'region-topic.csv')),
    );
    // Without keys the noise is another, but the tables agree with each other.
    const two = ['--dimensions', 'region,topic', '--table', 'topic', '--table', 'region,topic'];
    const done = await run('counts.csv', [...counts, ...two, '--out', file('keyless')]);
    expect(done.complaints).toBe(400);
    const whole = table(path.join(file('keyless'), 'region-topic.csv'));
    for (const [topic, value] of table(path.join(file('keyless'), 'topic.csv'))) {
      expect(whole.get(`_T ${topic}`)).toEqual(value);
    }
  });

  it('hides under suppress, and what it shows is exact', async () => {
    const rare = made.map((one, index) => (index < 3 ? { ...one, topic: 'graft' } : one));
    writeFileSync(file('rare.csv'), `${[header, ...lines(rare)].join('\n')}\n`);
    const args = ['--method', 'suppress', '--table', 'region,topic', '--out', file('exact')];
    const done = await run('rare.csv', [...usual, ...args]);
    expect(done).toMatchObject({ error: undefined, published: ['region-topic'] });
    const cells = table(path.join(file('exact'), 'region-topic.csv'));
    const counts = new Map<string, number>();
    for (const { region, topic } of rare) {
      for (const place of [region, region[0], '_T']) {
        for (const code of [topic, '_T']) {
          counts.set(`${place} ${code}`, (counts.get(`${place} ${code}`) ?? 0) + 1);
        }
      }
    }
    let hidden = 0;
    for (const [key, [value, , , status, confidential]] of cells) {
      const n = counts.get(key) ?? 0;
      if (status === 'Q') {
        expect([value, confidential, n > 0]).toEqual(['', 'C', true]);
        hidden += 1;
      } else expect([Number(value), n === 0 || n >= 5], key).toEqual([n, true]);
    }
    const told = JSON.parse(readFileSync(path.join(file('exact'), 'disclosure.json'), 'utf8'));
    expect(told).toEqual({
      format: 1,
      method: 'suppress',
      parameters: { threshold: 5 },
      hidden,
      audit: 'passed',
    });
    // The three of graft, nationally and wherever they are, and others that protect them.
    expect(cells.get('_T graft')?.[3]).toBe('Q');
    expect(readFileSync(`${file('exact')}.report.md`, 'utf8')).toContain('to protect others');
  });

  // Each run starts a thread that learns TypeScript first: a second or two.
  it.runIf(process.env.BUKTI_PERTURBED_TABLES)(
    'knows what it has published of a period',
    async () => {
      const args = ['--method', 'suppress', '--table', 'region,topic', '--out', file('exact')];
      const kept = [...args, '--ledger', file('releases.json'), '--period', '2026Q3'];
      const rare = made.map((one, index) => (index < 3 ? { ...one, topic: 'graft' } : one));
      await run('rare.csv', [...usual, ...kept]);
      const shown = () => table(path.join(file('exact'), 'region-topic.csv'));
      expect(shown().get('11 _T')?.[3]).toBe('A');
      // Two records more in one regency: shown beside the first release, the difference would be two.
      const late = ['L-1,Q1,11,roads', 'L-2,Q2,11,roads'];
      writeFileSync(file('two.csv'), `${[header, ...lines(rare), ...late].join('\n')}\n`);
      expect((await run('two.csv', [...usual, ...kept])).error).toBeUndefined();
      expect(shown().get('11 _T')?.[3]).toBe('Q');
      const other = ['--table', 'region', '--out', file('exact'), ...kept.slice(-4)];
      expect((await run('rare.csv', [...usual, ...other])).error?.key).toBe('protect.bad-file');
    },
  );

  it('tells rates below the first level of a hierarchy from 20 cases on', async () => {
    const rows = made.slice(0, 70).map((one, index) => ({
      ...one,
      region: index < 15 ? '11' : index < 40 ? '12' : '21',
      topic: index % 2 === 0 ? 'roads' : 'water',
    }));
    writeFileSync(file('few.csv'), `${[header, ...lines(rows)].join('\n')}\n`);
    const args = ['--table', 'region,topic', '--rate', 'topic=roads', '--out', file('rates')];
    await run('few.csv', [...usual, ...args, '--keep', 'region,topic']);
    const counts = table(path.join(file('rates'), 'region-topic.csv'));
    const rates = table(path.join(file('rates'), 'region-topic.csv'), 'RATE_roads');
    expect(rates.size).toBe(7);
    for (const [key, [percent, , , status]] of rates) {
      const value = (code: string) => Number(counts.get(key.replace('roads', code))?.[0]);
      const n = value('_T');
      const least = key.length > 'x roads'.length && !key.startsWith('_T') ? 20 : 10;
      if (n < least) expect(status, key).toBe('Q');
      else expect(Number(percent), key).toBe(Math.round((100 * value('roads')) / n));
    }
    expect(rates.get('11 roads')?.[3]).toBe('Q');
  });

  it('refuses with the place and the next step, and never with a value', async () => {
    const bad = async (rows: string[], args: string[]) => {
      writeFileSync(file('bad.csv'), `${rows.join('\n')}\n`);
      return (await run('bad.csv', ['--out', file('bad'), ...args])).error;
    };
    const rows = [header, 'K-1,P1,11,roads', 'K-1,P2,11,roads', ',P3,12,roads'];
    expect(await bad(rows, ['--id', 'id'])).toMatchObject({
      key: 'protect.bad-ids',
      params: { empty: 1, twice: 1 },
    });
    expect(await bad(rows, ['--id', 'idd'])).toMatchObject({ params: { near: 'id' } });
    const secret = [header, 'K-1,P1,Siti Rahayu,roads', 'K-2,P1,11,roads'];
    const strange = await bad(secret, usual);
    expect(strange).toMatchObject({ key: 'protect.not-in-hierarchy', params: { rows: 1, row: 2 } });
    expect(JSON.stringify(strange)).not.toContain('Siti');
    const counts = await bad(['region,n', '11,4', '12,Siti'], ['--count', 'n']);
    expect(counts).toMatchObject({ key: 'protect.not-count', params: { rows: 1, row: 3 } });
    const total = await bad(['region', '_T'], []);
    expect(total?.key).toBe('protect.total-in-rows');
    const rate = await bad([header, 'K-1,P1,11,roads'], ['--id', 'id', '--rate', 'topic=roads']);
    expect(rate?.key).toBe('protect.bad-rate');
    for (const [args, key] of [
      [['--noise', '5,1,2'], 'disclosure.noise-parameters'],
      [['--noise', '5,3'], 'protect.bad-noise'],
      [['--table', 'regio'], 'protect.no-dimension'],
      [['--sensitive', 'topic=road'], 'protect.no-code'],
      [['--sensitive', 'topic'], 'protect.bad-pair'],
    ] as const) {
      expect(
        (
          await bad(
            [header, ...lines(made)],
            ['--id', 'id', '--dimensions', 'region,topic', ...args],
          )
        )?.key,
      ).toBe(key);
    }
    writeFileSync(path.join(file('first'), 'mine.txt'), 'x');
    const used = await run('records.csv', [...usual, '--table', 'topic', '--out', file('first')]);
    expect(used.error?.key).toBe('protect.folder-used');
  });
});
