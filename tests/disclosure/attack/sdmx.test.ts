import { describe, expect, it } from 'vitest';
import { attackFolder } from '../../../disclosure/attack/index.ts';
import { flat, folderOf, found, perturb, structure, suppress, table } from './folder.ts';

type Row = readonly [codes: readonly string[], period: string, value: number | null];

/** SDMX-CSV 2.0 as `bukti export` writes it; the frequency is what the period shows, unless told. */
function sdmx(dimensions: readonly string[], rows: readonly Row[], frequency?: string[]): string {
  const names = dimensions.map((name) => name.toUpperCase());
  const header = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'FREQ', 'MEASURE', ...names].concat(
    ['TIME_PERIOD', 'OBS_VALUE', 'DECIMALS', 'UNIT_MEASURE', 'OBS_STATUS', 'CONF_STATUS'],
    ['MEASURE_LABEL_ID', 'RELEASE', 'SYNTHETIC'],
  );
  const lines = rows.map(([codes, period, value], index) => {
    const own = period.includes('Q') ? 'Q' : period.includes('-') ? 'M' : 'A';
    const start = ['dataflow', 'BUKTI:T(1.0.0)', 'I', frequency?.[index] ?? own, 'COMPLAINTS'];
    const end = value === null ? ['', '0', 'reports', 'Q', 'C'] : [value, '0', 'reports', 'A', ''];
    return [...start, ...codes, period, ...end, 'laporan masuk', '2026Q3/v1', 'true'].join(',');
  });
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

const quarter = (code: string) => ({
  name: 'period',
  total: code,
  codes: [code, '2026-07', '2026-08', '2026-09'],
  relations: [{ parent: code, children: ['2026-07', '2026-08', '2026-09'] }],
});
const areas = ['A', 'B', 'C', 'D'];
const dims = structure([quarter('2026Q3'), flat('area', areas)]);

describe('an SDMX file beside a CSV of the same table', () => {
  const csv = (values: readonly (number | null)[]) =>
    table(
      ['period', 'area'],
      ['_T', ...areas].map((area, index) => ['2026Q3', area, values[index] ?? null]),
    );
  const twin = (values: readonly (number | null)[]) =>
    sdmx(
      ['area'],
      ['_T', ...areas].map((area, index) => [[area], '2026-Q3', values[index] ?? null]),
    );

  it('shows what is hidden there, and what follows', async () => {
    const files = { 'structure.json': dims, 'disclosure.json': suppress };
    const hidden = [150, 60, null, null, 37];
    const both = { ...files, 'data.csv': csv(hidden) };
    expect(await found({ ...both, 'data.sdmx.csv': twin(hidden) })).toEqual([]);
    // B = 150 - 60 - 50 - 37 = 3.
    expect(await found({ ...both, 'data.sdmx.csv': twin([150, 60, null, 50, 37]) })).toEqual([
      'elsewhere count?area=C',
      'exact count?area=B',
    ]);
  });

  it('gives a true count away that stands for the one with noise beside its parts', async () => {
    const files = { 'structure.json': dims, 'disclosure.json': perturb };
    // True: 148 = 57 + 4 + 50 + 37. Published: each moved by itself.
    const noisy = [150, 60, 3, 52, 36];
    const both = { ...files, 'data.csv': csv(noisy) };
    expect(await found({ ...both, 'data.sdmx.csv': twin(noisy) })).toEqual([]);
    const { findings } = await attackFolder(
      folderOf({ ...both, 'data.sdmx.csv': twin([150, 57, 3, 52, 36]) }),
    );
    // 60 says 55 to 65, 57 says 52 to 62: 55 to 62.
    expect(findings).toMatchObject([
      { kind: 'averaged', severity: 'recovered', cell: 'count?area=A', low: 55, high: 62 },
    ]);
  });

  it('alone gives a sum away as a CSV does', async () => {
    const files = { 'structure.json': dims, 'disclosure.json': suppress };
    expect(await found({ ...files, 'data.sdmx.csv': twin([150, 60, null, 50, 37]) })).toEqual([
      'exact count?area=B',
    ]);
  });
});

describe('the frequency', () => {
  it('is no dimension where the period has but one, and is one where it has more', async () => {
    const files = { 'structure.json': structure([flat('area', ['A', 'B'])]) };
    const of = (frequency: string[]) =>
      found({
        ...files,
        'disclosure.json': perturb,
        'data.sdmx.csv': sdmx(
          ['area'],
          [
            [['A'], '2026-Q3', 60],
            [['A'], '2026-Q3', 64],
            [['B'], '2026-Q3', 30],
          ],
          frequency,
        ),
      });
    expect(await of(['Q', 'Q', 'Q'])).toEqual(['averaged count?TIME_PERIOD=2026-Q3&area=A']);
    // A's quarter and a moving one: other reports.
    expect(await of(['Q', 'N', 'Q'])).toEqual([]);
  });

  it('is one where the structure says so', async () => {
    const frequency = { name: 'FREQ', total: '_T', codes: ['_T', 'Q', 'M'], relations: [] };
    const files = { 'structure.json': structure([frequency, flat('area', ['A', 'B'])]) };
    const data = sdmx(['area'], [[['A'], '2026-Q3', 3]]);
    expect(await found({ ...files, 'disclosure.json': suppress, 'data.sdmx.csv': data })).toEqual([
      'shown count?FREQ=Q&TIME_PERIOD=2026-Q3&area=A',
    ]);
  });
});

describe('a period', () => {
  const months = (of: string) =>
    sdmx(
      ['area'],
      [
        [['A'], of, 100],
        [['A'], '2026-07', 40],
        [['A'], '2026-08', 57],
        [['A'], '2026-09', null],
      ],
    );

  it.each([
    ['2026Q3', '2026-Q3'],
    ['2026-Q3', '2026Q3'],
    ['2026S2', '2026-S2'],
  ])('%s of the structure is %s of the file', async (code, written) => {
    const files = {
      'structure.json': structure([quarter(code), flat('area', ['A', 'B'])]),
      'disclosure.json': suppress,
    };
    // 100 - 40 - 57 = 3.
    expect(await found({ ...files, 'data.sdmx.csv': months(written) })).toEqual([
      'exact count?area=A&period=2026-09',
    ]);
    // Of another quarter it says nothing of these months.
    const other = written.replace('2026', '2025');
    expect(await found({ ...files, 'data.sdmx.csv': months(other) })).toEqual([]);
  });
});

describe('folders with a structure each that are taken together', () => {
  const area = (relations: readonly object[], codes: readonly string[]) => ({
    name: 'area',
    total: '_T',
    codes,
    relations,
  });
  const halves = area(
    [
      { parent: '_T', children: ['A', 'B'] },
      { parent: 'A', children: ['x', 'y'] },
    ],
    ['_T', 'A', 'B', 'x', 'y'],
  );
  const other = area([{ parent: 'p', children: ['x', 'B'] }], ['_T', 'p', 'x', 'B']);
  const folders = (own: string, rows: readonly [string, number | null][], second: typeof rows) =>
    Object.fromEntries(
      [
        [own === 'a' ? 'a' : 'b', halves, rows] as const,
        [own === 'a' ? 'b' : 'a', other, second] as const,
      ].flatMap(([name, dimension, cells]) => [
        [`${name}/structure.json`, structure([quarter('2026Q3'), dimension])],
        [
          `${name}/data.sdmx.csv`,
          sdmx(
            ['area'],
            cells.map(([code, value]) => [[code], '2026-Q3', value]),
          ),
        ],
      ]),
    );

  it.each(['a', 'b'])('have the sums of both, whichever comes first (%s)', async (first) => {
    const files = (p: number | null) => ({
      'disclosure.json': suppress,
      ...folders(
        first,
        [
          ['_T', 100],
          ['A', 43],
          ['B', 57],
          ['x', null],
          ['y', null],
        ],
        [
          ['p', p],
          ['x', null],
        ],
      ),
    });
    // x = 97 - 57 = 40 by the one structure, y = 43 - 40 = 3 by the other.
    expect(await found(files(97))).toEqual(['exact count?area=x', 'exact count?area=y']);
    expect(await found(files(null))).toEqual([]);
  });

  it('have the intervals of both under noise', async () => {
    const files = folders(
      'a',
      [
        ['A', 12],
        ['x', 8],
        ['y', 14],
      ],
      [
        ['p', 20],
        ['x', 8],
        ['B', 5],
      ],
    );
    const { ranges } = await attackFolder(folderOf({ ...files, 'disclosure.json': perturb }), {
      precise: true,
    });
    // Each alone: A 7 to 17, x 3 to 13, y 9 to 19, p 15 to 25, B 1 to 10 (nothing is never moved).
    // x is at most 17 - 9 = 8 and at least 15 - 10 = 5. So A is at least 5 + 9 = 14, y at most 17 - 5 = 12,
    // B at least 15 - 8 = 7, p at most 8 + 10 = 18.
    // All, which no folder shows, are p + y, at least 15 + 9 = 24, and A + B, at most 17 + 10 = 27.
    const of = [...ranges.values()].flatMap((one) => [...one]);
    expect(Object.fromEntries(of.map(([cell, { low, high }]) => [cell, [low, high]]))).toEqual({
      count: [24, 27],
      'count?area=A': [14, 17],
      'count?area=x': [5, 8],
      'count?area=y': [9, 12],
      'count?area=p': [15, 18],
      'count?area=B': [7, 10],
    });
  });

  const outcomes = [
    flat('area', ['A', 'B']),
    flat('reason', ['asked', 'not']),
    flat('outcome', ['open', 'archived', 'done']),
  ];
  const of = (also: object) => JSON.stringify({ dimensions: outcomes, tables: [], ...also });

  it.each(['a', 'b'])('have the sums across dimensions of either (%s)', async (name) => {
    const links = [
      { parent: { reason: 'asked' }, children: [{ outcome: 'open' }, { outcome: 'archived' }] },
    ];
    const files = (open: number | null) => ({
      'disclosure.json': suppress,
      'a/structure.json': of(name === 'a' ? { links } : {}),
      'a/data.sdmx.csv': sdmx(['area', 'reason'], [[['A', 'asked'], '2026-Q3', null]]),
      'b/structure.json': of(name === 'b' ? { links } : {}),
      'b/data.sdmx.csv': sdmx(
        ['area', 'outcome'],
        [
          [['A', 'open'], '2026-Q3', open],
          [['A', 'archived'], '2026-Q3', 11],
          [['B', 'open'], '2026-Q3', 40],
        ],
      ),
    });
    // 12 + 11 = 23.
    expect(await found(files(12))).toEqual(['exact count?TIME_PERIOD=2026-Q3&area=A&reason=asked']);
    expect(await found(files(null))).toEqual([]);
  });
});

describe('a share', () => {
  const share = (text: string) => {
    const outcome = {
      name: 'outcome',
      total: '_T',
      codes: ['_T', 'valid', 'yes', 'no'],
      relations: [{ parent: 'valid', children: ['yes', 'no'] }],
    };
    const shares = [
      { measure: 'kept.share', dimension: 'outcome', numerator: 'yes', denominator: 'valid' },
    ];
    const lines = [
      'MEASURE,OUTCOME,OBS_VALUE,LOWER,UPPER,OBS_STATUS',
      'COMPLAINTS,valid,99,,,A',
      'COMPLAINTS,yes,25,,,A',
      'COMPLAINTS,no,72,,,A',
      `kept.share,yes,${text},17,35,A`,
    ];
    return found({
      'structure.json': JSON.stringify({ dimensions: [outcome], tables: [], shares }),
      'disclosure.json': perturb,
      'data.sdmx.csv': lines.join('\n'),
    });
  };

  it('is taken at its word as to how far it is rounded', async () => {
    // 25 of 99 are 25.25 %: 25 in whole points.
    expect(await share('25')).toEqual([]);
    // 25.0 is not of these: of 94 to 104 and 20 to 30, 24 of 96, 25 of 100 and 26 of 104 give it, and of these
    // Wilson's limits are 17.4 to 34.5, 17.5 to 34.3, 17.6 to 34.1: 24 of 96 alone can be 17 to 35.
    expect(await share('25.0')).toEqual(['rate count?outcome=valid', 'rate count?outcome=yes']);
  });
});
