import { describe, expect, it } from 'vitest';
import {
  cellKey,
  emptyLedger,
  type LateRecords,
  type Ledger,
  perturb,
  type Restated,
  restate,
  type Structure,
} from '../../../disclosure/index.ts';
import { count, flat, numbers, randomRecords, regions, type TestRecord } from '../records.ts';

const structure: Structure = {
  dimensions: [regions(2, 2), flat('sex', ['f', 'm']), flat('topic', ['a', 'b'])],
  tables: [
    { name: 'region-sex', dimensions: ['region', 'sex'] },
    { name: 'topic', dimensions: ['topic'] },
  ],
};
const noise = { deviation: 5, variance: 3, hidden: 2 };
const start = randomRecords(structure, 120, 9);
const next = numbers(99);
const more = (size: number, codes: TestRecord['codes']): TestRecord[] =>
  Array.from({ length: size }, () => ({ codes, key: Math.floor(next() * 2 ** 32) }));
const at = { region: '11', sex: 'f', topic: 'a' };

function publish(
  records: readonly TestRecord[],
  ledger: Ledger,
  late?: LateRecords[],
  design: Structure = structure,
): Restated {
  const cells = count(design, records);
  const input = { period: '2026Q3', state: 'now', cells, ledger };
  return restate(design, late ? { ...input, late } : input);
}

const verdicts = ({ verdicts }: Restated) =>
  Object.fromEntries(verdicts.map(({ table, verdict }) => [table, verdict]));
const first = publish(start, emptyLedger(noise));

/** Late tallies of a change, counted from the records themselves. */
function tallies(before: readonly TestRecord[], after: readonly TestRecord[]): LateRecords[] {
  const added = count(
    structure,
    after.filter((one) => !before.includes(one)),
  );
  const removed = count(
    structure,
    before.filter((one) => !after.includes(one)),
  );
  const gone = new Map(removed.map((cell) => [cellKey(cell.at), cell.n]));
  return added.map((cell) => ({
    at: cell.at,
    added: cell.n,
    removed: gone.get(cellKey(cell.at)) ?? 0,
  }));
}

describe('restate', () => {
  it('publishes what was never published, and the same again where no record changed', () => {
    expect(verdicts(first)).toEqual({ 'region-sex': 'new', topic: 'new' });
    const plain = new Map(
      perturb(structure, count(structure, start), noise).cells.map((cell) => [
        cellKey(cell.at),
        cell,
      ]),
    );
    for (const cells of first.tables.values()) {
      for (const cell of cells) expect(cell).toEqual(plain.get(cellKey(cell.at)));
    }
    const again = publish(start, first.ledger);
    expect(verdicts(again)).toEqual({ 'region-sex': 'same', topic: 'same' });
    expect(again.tables).toEqual(first.tables);
    expect(again.ledger).toEqual(first.ledger);
  });

  it('draws no noise again of what is published, in a new table neither', () => {
    const cells = count(structure, start);
    const redrawn = new Map(cells.map((cell) => [cellKey(cell.at), 3]));
    const input = { period: '2026Q3', state: 'now', cells, redrawn };
    const other = restate(structure, { ...input, ledger: emptyLedger(noise) });
    expect(other.tables).not.toEqual(first.tables);
    const matured = structure.tables.map((table) => ({ ...table, name: `${table.name}-later` }));
    const later = restate({ ...structure, tables: matured }, { ...input, ledger: first.ledger });
    expect(verdicts(later)).toEqual({ 'region-sex-later': 'new', 'topic-later': 'new' });
    expect([...later.tables.values()]).toEqual([...first.tables.values()]);
  });

  it('holds every value while a cell changed by fewer than five', () => {
    const held = publish([...start, ...more(4, at)], first.ledger);
    expect(verdicts(held)).toEqual({ 'region-sex': 'held', topic: 'held' });
    expect(held.tables).toEqual(first.tables);
    expect(held.ledger).toEqual(first.ledger);
  });

  it('restates as a whole once each changed cell changed by five', () => {
    const records = [...start, ...more(5, at)];
    const now = publish(records, first.ledger);
    expect(verdicts(now)).toEqual({ 'region-sex': 'restated', topic: 'restated' });
    const fresh = publish(records, emptyLedger(noise));
    expect(now.tables).toEqual(fresh.tables);
    // One more record somewhere else holds all back.
    const other = { region: '22', sex: 'm', topic: 'b' };
    const both = publish([...records, ...more(1, other)], first.ledger);
    expect(verdicts(both)).toEqual({ 'region-sex': 'held', topic: 'held' });
    expect(both.tables).toEqual(first.tables);
    // Held records add up with those that come later.
    const later = publish([...records, ...more(5, other)], both.ledger);
    expect(verdicts(later)).toEqual({ 'region-sex': 'restated', topic: 'restated' });
  });

  it('counts records that left as well as those that came', () => {
    const leaving = start
      .filter(({ codes }) => codes.region === '11' && codes.sex === 'f')
      .slice(0, 3);
    const swapped = [
      ...start.filter((one) => !leaving.includes(one)),
      ...more(3, { ...at, topic: leaving[0]?.codes.topic as string }),
    ];
    // Counts alone hardly differ: without tallies the table must be held.
    expect(verdicts(publish(swapped, first.ledger))['region-sex']).toBe('held');
    const topics = new Set(leaving.map(({ codes }) => codes.topic));
    expect(topics.size).toBe(1);
    const known = publish(swapped, first.ledger, tallies(start, swapped));
    expect(verdicts(known)).toEqual({ 'region-sex': 'restated', topic: 'restated' });
  });

  it('restates tables that share a changed cell together or not at all', () => {
    // Six in one topic: enough for the table of topics, but two by two in the other table.
    const records = [
      ...start,
      ...more(3, { region: '11', sex: 'f', topic: 'a' }),
      ...more(3, { region: '12', sex: 'm', topic: 'a' }),
    ];
    const now = publish(records, first.ledger);
    expect(now.verdicts.find(({ table }) => table === 'topic')?.tooFew).toBe(0);
    expect(verdicts(now)).toEqual({ 'region-sex': 'held', topic: 'held' });
    const wider: Structure = {
      ...structure,
      tables: [...structure.tables, { name: 'sex', dimensions: ['sex'] }],
    };
    // A table that is new to the period would show what the others hold back.
    const added = publish(records, first.ledger, undefined, wider);
    expect(verdicts(added)).toMatchObject({ 'region-sex': 'held', sex: 'withheld' });
    expect(added.tables.has('sex')).toBe(false);
    expect(verdicts(publish(start, first.ledger, undefined, wider))).toMatchObject({ sex: 'new' });
  });

  it('leaves other periods alone', () => {
    const cells = count(structure, start);
    const other = restate(structure, {
      period: '2026Q4',
      state: 'now',
      cells,
      ledger: first.ledger,
    });
    expect(verdicts(other)).toEqual({ 'region-sex': 'new', topic: 'new' });
    expect(other.ledger.tables).toHaveLength(4);
    expect(JSON.parse(JSON.stringify(other.ledger))).toEqual(other.ledger);
  });
});

describe('a series of late records, whatever they are', () => {
  const statesOf = new Map<string, readonly TestRecord[]>();
  let total = 0;

  it('never shows a change of fewer than five, nor two values of one cell', () => {
    for (let seed = 1; seed <= 2; seed++) {
      const draw = numbers(seed);
      let records = randomRecords(structure, 60, seed);
      let ledger = emptyLedger(noise);
      // What stands in public for each cell, and the records behind it.
      const standing = new Map<string, { value: number | null; keys: ReadonlySet<number> }>();
      let restated = 0;
      for (let step = 0; step < 10; step++) {
        const before = new Map(
          ledger.tables.map((table) => [table.table, statesOf.get(table.state) ?? []]),
        );
        const size = Math.floor(draw() * 24);
        const fresh = more(size, { ...at, region: draw() < 0.5 ? '11' : '22' });
        const gone = records.filter(() => step % 4 === 3 && draw() < 0.03);
        records = [...records.filter((one) => !gone.includes(one)), ...fresh];
        const state = `${seed}-${step}`;
        statesOf.set(state, records);
        const oldest = before.get('region-sex') ?? [];
        const late = step === 0 ? [] : tallies(oldest, records);
        const cells = count(structure, records);
        const done = restate(structure, { period: 'p', state, cells, ledger, late });
        ledger = done.ledger;
        const shown = new Map<string, number | null>();
        for (const cell of [...done.tables.values()].flat()) {
          const key = cellKey(cell.at);
          expect(shown.get(key) ?? cell.value).toBe(cell.value);
          shown.set(key, cell.value);
        }
        for (const { at: place } of cells) {
          const key = cellKey(place);
          const own = new Set(records.filter((one) => lies(one, place)).map((one) => one.key));
          const old = standing.get(key);
          const value = shown.get(key) as number | null;
          if (old && old.value !== value) {
            restated += 1;
            const moved =
              [...own].filter((one) => !old.keys.has(one)).length +
              [...old.keys].filter((one) => !own.has(one)).length;
            expect(moved).toBeGreaterThanOrEqual(5);
          }
          const isNow = done.verdicts.some(({ verdict }) => verdict === 'restated') || !old;
          standing.set(key, isNow ? { value, keys: own } : old);
        }
      }
      total += restated;
    }
    expect(total).toBeGreaterThan(20);
  });
});

function lies({ codes }: TestRecord, place: Readonly<Record<string, string>>): boolean {
  return Object.entries(place).every(([name, code]) =>
    name === 'region' ? codes.region?.startsWith(code) : codes[name] === code,
  );
}
