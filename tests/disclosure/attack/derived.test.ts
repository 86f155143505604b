import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { flat, folderOf, found, perturb, structure, suppress } from './folder.ts';

const areas = ['A', 'B', 'C', 'D', 'E', 'F'];
type Row = readonly [area: string, n: number | null, figure: string | null];

/** A public table with a count and one figure beside it; null is hidden. */
function table(measure: string, rows: readonly Row[]): string {
  const line = (name: string, area: string, value: string | number | null) =>
    value === null ? `${name},${area},,Q,C` : `${name},${area},${value},A,`;
  const lines = rows.flatMap(([area, n, figure]) => [
    line('complaints', area, n),
    line(measure, area, figure),
  ]);
  return `${['MEASURE,area,OBS_VALUE,OBS_STATUS,CONF_STATUS', ...lines].join('\n')}\n`;
}

const files = { 'structure.json': structure([flat('area', areas)]), 'disclosure.json': suppress };

describe('figures per 100,000 residents', () => {
  // B holds 3 and D 12 of 200; 3 in 48,000 are 6.25 per 100,000.
  const rows = (b: string | null, all: string | null = '42.1'): Row[] => [
    ['_T', 200, all],
    ['A', 60, '60.0'],
    ['B', null, b],
    ['C', 55, '73.3'],
    ['D', null, null],
    ['E', 40, '80.0'],
    ['F', 30, '33.3'],
  ];
  const people = (b: number) =>
    `code,name,residents\nA,Ambon,100000\nB,Buru,${b}\nC,Ceram,75000\nD,Dobo,112000\nE,E,50000\nF,F,90000\n`;
  const t = (...of: Parameters<typeof rows>) => table('received.per_100k', rows(...of));

  it('give the count back with the residents, who are public', async () => {
    const residents = [path.join(folderOf({ 'people.csv': people(48000) }), 'people.csv')];
    expect(await found({ ...files, 't.csv': t('6.3') }, { residents })).toEqual([
      'exact count?area=D',
      'residents count?area=B',
    ]);
    expect(await found({ ...files, 't.csv': t(null) }, { residents })).toEqual([]);
    // Nobody says how many residents there are.
    expect(await found({ ...files, 't.csv': t('6.3') })).toEqual([]);
  });

  it('with residents in the attacked folder itself', async () => {
    const leak = { ...files, 't.csv': t('6.3'), 'people.csv': people(48000) };
    const leaks = await found(leak);
    expect(leaks).toEqual(['exact count?area=D', 'residents count?area=B']);
  });

  it('say little where their rounding is coarse', async () => {
    // 3 in 9,000,000 are 0.0; so are 0 to 4, and 0.1 are 5 to 13.
    const residents = [folderOf({ 'people.csv': people(9_000_000) })];
    expect(await found({ ...files, 't.csv': t('0.1', null) }, { residents })).toEqual([]);
    expect(await found({ ...files, 't.csv': t('0.0', null) }, { residents })).toEqual([
      'residents count?area=B',
    ]);
  });

  it('by women and men where residents are told so', async () => {
    const sex = flat('sex', ['f', 'm']);
    const lines = [
      ['complaints,A,_T,60', 'complaints,A,f,', 'complaints,A,m,'],
      ['per_100k,A,_T,60.0', 'per_100k,A,f,7.5', 'per_100k,A,m,'],
      ['complaints,B,_T,80', 'complaints,B,f,30', 'complaints,B,m,50'],
      ['per_100k,B,_T,40.0', 'per_100k,B,f,25.0', 'per_100k,B,m,62.5'],
    ].flat();
    const status = (line: string) => (line.endsWith(',') ? `${line},Q` : `${line},A`);
    const csv = ['MEASURE,area,sex,OBS_VALUE,OBS_STATUS', ...lines.map(status)].join('\n');
    const dims = structure([flat('area', areas), sex]);
    const census = 'region_code,male,female,total\nA,60000,40000,100000\nB,80000,120000,200000\n';
    const residents = [folderOf({ 'population.csv': census })];
    const own = { ...files, 'structure.json': dims, 't.csv': csv };
    expect(await found(own, { residents })).toEqual([
      'exact count?area=A&sex=m',
      'residents count?area=A&sex=f',
    ]);
    const safe = { ...own, 't.csv': csv.replace('per_100k,A,f,7.5,A', 'per_100k,A,f,,Q') };
    expect(await found(safe, { residents })).toEqual([]);
  });

  it('under noise are found only where the published count does not give them', async () => {
    const noisy = (a: string) =>
      table('per_100k', [
        ['_T', 97, null],
        ['A', 41, a],
        ['B', 29, '29.0'],
        ['C', 25, '50.0'],
      ]);
    const own = { 'structure.json': structure([flat('area', ['A', 'B', 'C'])]) };
    const residents = [folderOf({ 'people.csv': 'area,penduduk\nA,50000\nB,100000\nC,50000\n' })];
    const by = (a: string) =>
      found({ ...own, 'disclosure.json': perturb, 't.csv': noisy(a) }, { residents });
    expect(await by('82.0')).toEqual([]);
    expect(await by('86.0')).toEqual(['residents count?area=A']);
  });
});

describe('sums across dimensions', () => {
  const dims = [
    flat('area', ['A', 'B', 'C']),
    flat('reason', ['asked', 'not']),
    flat('outcome', ['open', 'archived', 'done']),
  ];
  const links = [
    { parent: { reason: 'asked' }, children: [{ outcome: 'open' }, { outcome: 'archived' }] },
  ];
  const release = (open: string, also: object = { links }) => {
    const row = (line: string) => (line.endsWith(',') ? `${line},Q,C` : `${line},A,`);
    const csv = (name: string, lines: string[]) =>
      [`MEASURE,area,${name},OBS_VALUE,OBS_STATUS,CONF_STATUS`, ...lines.map(row)].join('\n');
    return {
      'disclosure.json': suppress,
      'structure.json': JSON.stringify({ dimensions: dims, tables: [], ...also }),
      'reasons.csv': csv('reason', [
        'complaints,A,asked,',
        'complaints,A,not,',
        'complaints,B,asked,',
        'complaints,B,not,',
      ]),
      'outcomes.csv': csv('outcome', [
        `complaints,A,open,${open}`,
        'complaints,A,archived,11',
        'complaints,A,done,',
        'complaints,B,open,40',
      ]),
    };
  };

  it('give back in one table what is hidden in another', async () => {
    expect(await found(release('12'))).toEqual(['exact count?area=A&reason=asked']);
    expect(await found(release(''))).toEqual([]);
    // Nobody says that they are the same reports.
    expect(await found(release('12', {}))).toEqual([]);
  });
});

describe('means', () => {
  const rows = (b: string | null, d: string | null, all: string | null, total = 200): Row[] => [
    ['_T', total, all],
    ['A', 60, '5.00'],
    ['B', null, b],
    ['C', 55, '5.00'],
    ['D', null, d],
    ['E', 40, '5.00'],
    ['F', 30, '5.00'],
  ];
  const t = (...of: Parameters<typeof rows>) => table('days.mean', rows(...of));

  it('are multiples of one by the number of cases', async () => {
    // B and D hold 5 together: 3.33 can be 10 of 3 alone.
    expect(await found({ ...files, 't.csv': t('3.33', null, null, 190) })).toEqual([
      'exact count?area=D',
      'mean count?area=B',
    ]);
    expect(await found({ ...files, 't.csv': t(null, null, null, 190) })).toEqual([]);
    // Up to 15 it can be 10 of 3, 20 of 6, 30 of 9 and so on.
    expect(await found({ ...files, 't.csv': t('3.33', null, null) })).toEqual([]);
  });

  it('of two parts and of all give the split', async () => {
    // 3 cases of 2 days, 12 of 9, 185 of 5: 1,039 days in 200 cases.
    expect(await found({ ...files, 't.csv': t('2.00', '9.00', '5.20') })).toEqual([
      'mean count?area=B',
      'mean count?area=D',
    ]);
    const coarse = t('2', '9', '5').replaceAll('5.00', '5');
    expect(await found({ ...files, 't.csv': coarse })).toEqual([]);
  });

  it('are those of the count that fits where both are shown', async () => {
    const wide = (e: string) =>
      [
        'area,n,resolved,mean_days',
        '_T,80,30,',
        'A,9,3,3.33',
        'B,8,7,2.14',
        'C,12,6,1.17',
        'D,11,9,2.22',
        `E,20,,${e}`,
        'F,20,,',
      ].join('\n');
    expect(await found({ 'disclosure.json': suppress, 't.csv': wide('1.33') })).toContain(
      'mean resolved?area=E',
    );
    expect(await found({ 'disclosure.json': suppress, 't.csv': wide('') })).toEqual([]);
    // No count is borne out: possible, not sure.
    const unsure = wide('1.33').replace(/(\d\.\d\d)$/gm, (text) => (text === '1.33' ? text : ''));
    const files = { 'disclosure.json': suppress, 't.csv': unsure };
    expect(await found(files)).toEqual([]);
    expect(await found(files, { possible: true })).toContain('mean resolved?area=E');
  });
});

describe('percentiles', () => {
  const t = (b: string | null, total: number) =>
    table('days.median', [
      ['_T', total, '4'],
      ['A', 60, '5'],
      ['B', null, b],
      ['C', 55, '4'],
      ['D', null, null],
      ['E', 40, '3.5'],
      ['F', 30, '5'],
    ]);

  it('between two whole days tell an even number of cases', async () => {
    expect(await found({ ...files, 't.csv': t('3.5', 190) })).toEqual([
      'percentile count?area=B',
      'small count?area=D',
    ]);
    expect(await found({ ...files, 't.csv': t(null, 190) })).toEqual([]);
    expect(await found({ ...files, 't.csv': t('3.5', 200) })).toEqual([]);
  });

  it('shown where the count is hidden tell that there is a case', async () => {
    // 0 to 5 protects; 1 to 5 is narrower than the rule.
    expect(await found({ ...files, 't.csv': t('3', 190) })).toEqual([
      'percentile count?area=B',
      'small count?area=D',
    ]);
    expect(await found({ ...files, 't.csv': t('3', 200) })).toEqual([]);
  });
});

it('a share of all cases is judged by the cases that it is a share of', async () => {
  // 19 reports, 21 of them valid as noise has it: a share of 100 % of 21 says nothing of 20 people.
  const shareOf = (denominator: string) => {
    const dims = [flat('area', ['A', 'B']), flat('outcome', ['valid', 'yes', 'no'])];
    const shares = [{ measure: 'kept.share', dimension: 'outcome', numerator: 'yes', denominator }];
    const lines = [
      'MEASURE,area,outcome,OBS_VALUE,OBS_STATUS,CONF_STATUS',
      'complaints,A,_T,19,A,',
      'complaints,A,valid,21,A,',
      'complaints,A,yes,21,A,',
      'kept.share,A,yes,100,A,',
    ];
    return {
      'structure.json': JSON.stringify({ dimensions: dims, tables: [], shares }),
      'disclosure.json': perturb,
      't.csv': lines.join('\n'),
    };
  };
  expect(await found(shareOf('valid'))).toEqual([]);
  expect(await found(shareOf('_T'))).toEqual(['attribute kept.share?area=A&outcome=yes']);
});
