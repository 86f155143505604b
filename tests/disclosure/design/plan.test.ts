import { describe, expect, it } from 'vitest';
import {
  applyPlan,
  type Cell,
  codesOf,
  dimensionOf,
  examine,
  planDesign,
  pruned,
  reasonsOf,
  reviewPlan,
  type Structure,
  type TableDesign,
  withoutFinest,
} from '../../../disclosure/index.ts';
import { count, flat, randomRecords, regions, type TestRecord } from '../records.ts';

const region = regions(2, 3);
const structure: Structure = {
  dimensions: [region, flat('topic', ['roads', 'graft'], ['graft'])],
  tables: [
    { name: 'region', dimensions: ['region'] },
    { name: 'region-topic', dimensions: ['region', 'topic'] },
  ],
};

/** So many records at a regency and topic, each by another complainant unless `who` says. */
const made = (size: number, place: string, topic: string, who?: string): TestRecord[] =>
  Array.from({ length: size }, (_, index) => ({
    codes: { region: place, topic },
    key: index * 7919 + Number(place),
    who: who ?? `${place} ${topic} ${index}`,
  }));
const everywhere = (roads: number, graft: number) =>
  ['11', '12', '13', '21', '22', '23'].flatMap((place) => [
    ...made(roads, place, 'roads'),
    ...made(graft, place, 'graft'),
  ]);
const exam = (records: TestRecord[]) => examine(structure, count(structure, records));

describe('a table that single cells spoil', () => {
  // Five provinces of three regencies; in regency 11 one complainant sends most.
  const wide: Structure = {
    dimensions: [regions(5, 3), flat('topic', ['roads', 'graft'], ['graft'])],
    tables: [{ name: 'region-topic', dimensions: ['region', 'topic'] }],
  };
  const leaves = [1, 2, 3, 4, 5].flatMap((a) => [1, 2, 3].map((b) => `${a}${b}`));
  const records = (...spoilt: string[]) =>
    leaves.flatMap((place) => [
      ...made(30, place, 'roads', spoilt.includes(place) ? `one of ${place}` : undefined),
      ...made(12, place, 'graft'),
    ]);
  const plan = (localShare: number, ...spoilt: string[]) =>
    planDesign(wide, count(wide, records(...spoilt)), { order: ['region'], localShare });

  it('gives up what stands beside them, and nothing elsewhere', () => {
    const local = plan(0.25, '11');
    expect(local.tables).toEqual([
      {
        table: 'region-topic',
        steps: [],
        below: { region: ['1'] },
        because: ['dominated'],
        left: [],
      },
    ]);
    const [table] = applyPlan(wide, local).tables as [TableDesign];
    const codes = codesOf(table, dimensionOf(wide, 'region'));
    expect(codes.filter((code) => code.startsWith('1'))).toEqual(['1']);
    expect(codes).toHaveLength(1 + 5 + 12);
    expect(reviewPlan(wide, count(wide, records('11')), local)).toEqual([]);
    // Later a cell elsewhere is spoilt: a warning, the plan stays.
    expect(reviewPlan(wide, count(wide, records('31')), local)).toEqual([
      { table: 'region-topic', reasons: ['dominated'] },
    ]);
  });

  it('gives up the level where that is asked for, where too many are spoilt, or where more is wrong', () => {
    expect(plan(0, '11').tables[0]).toMatchObject({ steps: ['region'], left: [] });
    expect(plan(0.25, '11', '21').tables[0]).toMatchObject({ steps: ['region'] });
    expect(plan(0.4, '11', '21').tables[0]?.below).toEqual({ region: ['1', '2'] });
    const few = leaves.flatMap((place) => [
      ...made(30, place, 'roads', place === '11' ? 'one' : undefined),
      ...made(3, place, 'graft'),
    ]);
    const both = planDesign(wide, count(wide, few), { order: ['region'], localShare: 0.25 });
    expect(both.tables[0]).toMatchObject({
      steps: ['region'],
      because: ['dominated', 'sensitive'],
    });
  });

  it('is not mended by that where a code above is spoilt too', () => {
    // Most of province 1 is one complainant's.
    const most = records().map((one) =>
      ['11', '12'].includes(one.codes.region ?? '') ? { ...one, who: 'one' } : one,
    );
    const options = { order: ['region'], localShare: 0.9 };
    const [table] = planDesign(wide, count(wide, most), options).tables;
    expect(table).toMatchObject({ steps: ['region'], left: ['dominated'] });
    expect(table?.below).toBeUndefined();
  });
});

describe('what noise does not protect', () => {
  it('is nothing where all cells are large and of many hands', () => {
    const [first, second] = exam(everywhere(30, 12));
    expect(first).toEqual({
      table: 'region',
      cells: { nonZero: 9, small: 0 },
      sensitive: { nonZero: 0, small: 0 },
      dominated: [],
      attribute: [],
    });
    expect(second?.sensitive).toEqual({ nonZero: 9, small: 0 });
    expect(second?.cells).toEqual({ nonZero: 27, small: 0 });
  });

  it('finds the cell of which one complainant holds more than half, or two hold all', () => {
    const most = [...everywhere(30, 12), ...made(0, '11', 'roads')].filter(
      ({ codes }) => codes.region !== '11',
    );
    const more = [...most, ...made(8, '11', 'roads', 'one'), ...made(7, '11', 'roads')];
    expect(exam(more)[0]?.dominated).toEqual([{ region: '11' }]);
    expect(
      exam([...most, ...made(8, '11', 'roads', 'one'), ...made(8, '11', 'roads')])[0]?.dominated,
    ).toEqual([]);
    const two = [...most, ...made(8, '11', 'roads', 'one'), ...made(8, '11', 'roads', 'other')];
    expect(exam(two)[0]?.dominated).toEqual([{ region: '11' }]);
    // Below T the noise hides the complainant altogether.
    expect(exam([...most, ...made(4, '11', 'roads', 'one')])[0]?.dominated).toEqual([]);
  });

  it('finds a small group that falls wholly in one sensitive code', () => {
    const most = everywhere(30, 12).filter(({ codes }) => codes.region !== '11');
    const place = { region: '11', topic: 'graft' };
    expect(exam([...most, ...made(19, '11', 'graft')])[1]?.attribute).toEqual([place]);
    expect(exam([...most, ...made(20, '11', 'graft')])[1]?.attribute).toEqual([]);
    expect(exam([...most, ...made(19, '11', 'roads')])[1]?.attribute).toEqual([]);
  });

  it('asks for ten in nine of ten sensitive cells, for five in seven of ten others', () => {
    expect(reasonsOf(exam(everywhere(30, 9))[1] as never)).toEqual(['sensitive']);
    expect(reasonsOf(exam(everywhere(30, 10))[1] as never)).toEqual([]);
    expect(reasonsOf(exam(everywhere(4, 0))[0] as never)).toEqual(['small']);
  });
});

describe('how fine a table may be', () => {
  const month: Structure = {
    dimensions: [
      {
        name: 'month',
        total: '_T',
        codes: ['_T', 'q1', 'm1', 'm2', 'm3'],
        relations: [
          { parent: '_T', children: ['q1'] },
          { parent: 'q1', children: ['m1', 'm2', 'm3'] },
        ],
      },
      region,
    ],
    tables: [
      { name: 'month-region', dimensions: ['month', 'region'] },
      { name: 'region', dimensions: ['region'] },
      { name: 'kept', dimensions: ['month', 'region'] },
    ],
  };
  const cells = count(month, randomRecords(month, 16, 3));
  const plan = planDesign(month, cells, { order: ['month', 'region'], keep: ['kept'] });

  it('gives up the finest level of the first dimension, then of the next, at most two', () => {
    const steps = Object.fromEntries(plan.tables.map(({ table, steps }) => [table, steps]));
    expect(steps).toMatchObject({ 'month-region': ['month', 'region'], kept: [] });
    const [first] = applyPlan(month, plan).tables;
    expect(codesOf(first as TableDesign, dimensionOf(month, 'month'))).toEqual(['_T', 'q1']);
    expect(codesOf(first as TableDesign, region)).toEqual(['_T', '1', '2']);
    const one = planDesign(month, cells, { order: ['month', 'region'], mostSteps: 1 });
    expect(one.tables[0]?.steps).toEqual(['month']);
    expect(one.tables[0]?.left).toEqual(['small']);
  });

  it('stays as it is for later quarters, which only warn', () => {
    const sparse = count(month, randomRecords(month, 8, 4));
    const warned = reviewPlan(month, sparse, plan).map(({ table }) => table);
    expect(warned).toContain('kept');
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it('leaves nothing of the codes that no table shows', () => {
    const only = planDesign(month, cells, { order: ['month', 'region'] });
    const published = pruned(applyPlan({ ...month, tables: month.tables.slice(0, 1) }, only));
    expect(published.dimensions.map(({ codes }) => codes)).toEqual([
      ['_T', 'q1'],
      ['_T', '1', '2'],
    ]);
    expect(published.tables).toEqual([{ name: 'month-region', dimensions: ['month', 'region'] }]);
    expect(JSON.stringify(published)).not.toContain('m1');
  });

  it('takes all children of a parent together, and no level above', () => {
    const uneven = {
      ...region,
      codes: ['_T', '1', '11', '12', '111', '112', '2'],
      relations: [
        { parent: '_T', children: ['1', '2'] },
        { parent: '1', children: ['11', '12'] },
        { parent: '11', children: ['111', '112'] },
      ],
    };
    const table: TableDesign = { name: 't', dimensions: ['region'] };
    const once = withoutFinest(table, uneven);
    expect(once?.codes?.region).toEqual(['_T', '1', '11', '12', '2']);
    const twice = withoutFinest(once as TableDesign, uneven);
    expect(twice?.codes?.region).toEqual(['_T', '1', '2']);
    expect(withoutFinest(twice as TableDesign, uneven)).toBeUndefined();
  });

  it('knows two hierarchies over the same leaves', () => {
    const linked = {
      ...region,
      codes: [...region.codes, 'old'],
      relations: [
        ...region.relations,
        { parent: 'old', children: ['11', '12', '13', '21', '22', '23'] },
      ],
    };
    const once = withoutFinest({ name: 't', dimensions: ['region'] }, linked);
    expect(once?.codes?.region).toEqual(['_T', '1', '2', 'old']);
  });

  it('counts a cell of few complainants as small', () => {
    const few = (who?: string) => [...made(9, '11', 'roads', who), ...made(9, '12', 'roads', who)];
    const small = (records: TestRecord[]) =>
      examine(structure, count(structure, records) as Cell[])[0]?.cells.small;
    expect(small(few())).toBe(0);
    expect(small(few('one'))).toBe(4);
  });
});
