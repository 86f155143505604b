import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { attackFolder } from '../../../disclosure/attack/index.ts';
import { flat, folderOf, found, structure, suppress, table } from './folder.ts';

const sexes = ['f', 'm'];
const places = ['A', 'B', 'C'];
const dims = structure([flat('area', places), flat('sex', sexes)]);

/** A 3 x 2 table with its totals; the cells named in `hidden` are empty. */
function crossed(hidden: readonly string[], inner = [3, 20, 9, 30, 40, 50]): string {
  const rows: [string, string, number | null][] = [];
  const at = (area: number, sex: number) => inner[area * 2 + sex] as number;
  const sum = (areas: number[], of: number[]) =>
    areas.flatMap((area) => of.map((sex) => at(area, sex))).reduce((a, b) => a + b, 0);
  for (const [area, code] of [...places, '_T'].entries()) {
    for (const [sex, letter] of [...sexes, '_T'].entries()) {
      const own = sum(area === 3 ? [0, 1, 2] : [area], sex === 2 ? [0, 1] : [sex]);
      rows.push([code, letter, hidden.includes(`${code}${letter}`) ? null : own]);
    }
  }
  return table(['area', 'sex'], rows);
}

const protect = { 'structure.json': dims, 'disclosure.json': suppress };

describe('hidden cells', () => {
  it('come back where a total is left in', async () => {
    const leaks = await found({ ...protect, 't.csv': crossed(['Af', 'Bf', 'Am']) });
    expect(leaks).toEqual([
      'exact count?area=A&sex=f',
      'exact count?area=A&sex=m',
      'exact count?area=B&sex=f',
    ]);
    expect(await found({ ...protect, 't.csv': crossed(['Af', 'Am', 'Bf', 'Bm']) })).toEqual([]);
  });

  it('are known to be small where a parent leaves no more', async () => {
    const inner = [2, 20, 2, 30, 40, 50];
    const files = { ...protect, 't.csv': crossed(['Af', 'Bf', 'Am', 'Bm'], inner) };
    expect(await found(files)).toEqual(['small count?area=A&sex=f', 'small count?area=B&sex=f']);
    expect(await found({ ...protect, 't.csv': crossed(['Af', 'Am', 'Bf', 'Bm']) })).toEqual([]);
  });

  it('come back through a table that shares a dimension (linked tables)', async () => {
    const both = structure([flat('area', places), flat('sex', sexes), flat('kind', ['x', 'y'])]);
    const files = { 'structure.json': both, 'disclosure.json': suppress };
    const byKind = (x: number | null, y: number | null, all: number | null) =>
      table(
        ['kind', 'area', 'sex'],
        [
          ['x', 'A', 'f', x],
          ['y', 'A', 'f', y],
          ['_T', 'A', 'f', all],
        ],
      );
    const inner = crossed(['Af', 'Am', 'Bf', 'Bm']);
    expect(await found({ ...files, 't.csv': inner, 'kinds.csv': byKind(1, 2, null) })).toEqual([
      'exact count?area=A&sex=f',
      'exact count?area=A&sex=m',
      'exact count?area=B&sex=f',
      'exact count?area=B&sex=m',
      'shown count?area=A&kind=x&sex=f',
      'shown count?area=A&kind=y&sex=f',
    ]);
    expect(await found({ ...files, 't.csv': inner, 'kinds.csv': byKind(1, null, 3) })).toContain(
      'elsewhere count?area=A&sex=f',
    );
    expect(
      await found({ ...files, 't.csv': inner, 'kinds.csv': byKind(null, null, null) }),
    ).toEqual([]);
  });

  it('come back where old and new areas are not nested', async () => {
    const leaf = ['r1', 'r2', 'r3', 'r4'];
    const area = {
      name: 'area',
      total: '_T',
      codes: ['_T', 'old1', 'old2', 'new1', 'new2', 'new3', ...leaf],
      relations: [
        { parent: '_T', children: ['old1', 'old2'] },
        { parent: '_T', children: ['new1', 'new2', 'new3'] },
        { parent: 'old1', children: ['r1', 'r2'] },
        { parent: 'old2', children: ['r3', 'r4'] },
        { parent: 'new1', children: ['r1'] },
        { parent: 'new2', children: ['r2', 'r3'] },
        { parent: 'new3', children: ['r4'] },
      ],
    };
    const rows = (r2: number | null, r3: number | null, new2: number | null) =>
      table(
        ['area'],
        [
          ['_T', 103],
          ['old1', 33],
          ['old2', 70],
          ['new1', 30],
          ['new2', new2],
          ['new3', 60],
          ['r1', 30],
          ['r2', r2],
          ['r3', r3],
          ['r4', 60],
        ],
      );
    const files = { 'structure.json': structure([area]), 'disclosure.json': suppress };
    // r2 = old1 - new1 crosses both hierarchies: nobody sees it within one of them.
    expect(await found({ ...files, 't.csv': rows(null, null, 13) })).toEqual([
      'exact count?area=r2',
      'exact count?area=r3',
    ]);
    const safe = table(
      ['area'],
      [
        ['_T', 103],
        ['old1', null],
        ['old2', null],
        ['new1', null],
        ['new2', 13],
        ['new3', null],
        ['r1', null],
        ['r2', null],
        ['r3', null],
        ['r4', null],
      ],
    );
    expect(await found({ ...files, 't.csv': safe })).toEqual([]);
  });

  it('show a small rest where one area lies within another', async () => {
    const area = {
      name: 'area',
      total: '_T',
      codes: ['_T', 'big', 'core', 'other', 'r1', 'r2', 'r3', 'r4'],
      relations: [
        { parent: '_T', children: ['big', 'other'] },
        { parent: 'big', children: ['r1', 'r2', 'r3', 'r4'] },
        { parent: 'core', children: ['r1', 'r2'] },
      ],
    };
    const files = { 'structure.json': structure([area]), 'disclosure.json': suppress };
    const rows = (core: number) =>
      table(
        ['area'],
        [
          ['_T', 200],
          ['big', 100],
          ['other', 100],
          ['core', core],
        ],
      );
    expect(await found({ ...files, 't.csv': rows(97) })).toEqual([
      'nested count?area=big less core',
    ]);
    expect(await found({ ...files, 't.csv': rows(80) })).toEqual([]);
  });

  it('come back from codes alone where no structure is given', async () => {
    const regencies = (hidden: readonly string[]) =>
      [
        'region,n',
        'Jumlah,150',
        '35,100',
        '51,50',
        ...['35.78,60', '35.79,3', '35.80,37', '51.71,42', '51.72,8'].map((line) =>
          hidden.includes(line.slice(0, 5)) ? `${line.slice(0, 5)},` : line,
        ),
      ].join('\n');
    expect(await found({ 't.csv': regencies(['35.79']) })).toEqual(['exact count?region=35.79']);
    expect(await found({ 't.csv': regencies(['35.79', '35.80']) })).toEqual([]);
  });

  it('are judged by the truth where the operator gives it', async () => {
    const inner = [2, 5, 1, 30, 40, 50];
    const files = { ...protect, 't.csv': crossed(['Af', 'Am', 'Bf', 'Bm'], inner) };
    const small = ['small count?area=A&sex=f', 'small count?area=B&sex=f'];
    // A,m is 4 to 7: an outsider cannot tell that it is 5 and only protects the others.
    expect(await found(files)).toEqual(['narrow count?area=A&sex=m', ...small]);
    const truth = folderOf({ 't.csv': crossed([], inner), 'structure.json': dims });
    expect(await found(files, { truth })).toEqual([
      'singleton count?area=A&sex=f',
      'singleton count?area=B&sex=m',
      ...small,
    ]);
  });

  it('give way to who is alone in one of two (singleton)', async () => {
    const inner = [1, 20, 9, 30, 40, 50];
    const truth = folderOf({ 't.csv': crossed([], inner), 'structure.json': dims });
    const two = { ...protect, 't.csv': crossed(['Af', 'Am', 'Bf', 'Bm'], inner) };
    expect(await found(two, { truth })).toEqual([
      'singleton count?area=A&sex=m',
      'singleton count?area=B&sex=f',
    ]);
    expect(await found(two)).toEqual([]);
    expect((await found(two, { possible: true })).length).toBeGreaterThan(0);
    const third = ['Af', 'Am', 'A_T', 'Bf', 'Bm', 'B_T', 'Cf', 'Cm', 'C_T'];
    expect(await found({ ...protect, 't.csv': crossed(third, inner) }, { truth })).toEqual([]);
  });

  it('come back to a recipient who holds cells of his own', async () => {
    const files = { ...protect, 't.csv': crossed(['Af', 'Am', 'Bf', 'Bm']) };
    const known = folderOf({ 'own.csv': table(['area', 'sex'], [['B', 'm', 30]]) });
    expect(await found(files, { known, recipient: 'B' })).toEqual([
      'exact count?area=A&sex=f',
      'exact count?area=A&sex=m',
      'exact count?area=B&sex=f',
    ]);
    const own = folderOf({ 'own.csv': table(['area', 'sex'], [['C', 'm', 50]]) });
    expect(await found(files, { known: own, recipient: 'C' })).toEqual([]);
  });
});

describe('the four by four table of the attacker in sdcTable', () => {
  const file = path.resolve(import.meta.dirname, 'case1.csv');
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const cells = lines.map((line) => line.split(',') as [string, string, string, string]);
  const rows = (more: string) => {
    const inner = cells.map(([a, b, n, s]) => [
      a,
      b,
      s === 'u' || `${a}${b}` === more ? null : Number(n),
    ]);
    const total = (is: (cell: string[]) => boolean) =>
      cells.filter(is).reduce((sum, [, , n]) => sum + Number(n), 0);
    return table(
      ['v1', 'v2'],
      [
        ...(inner as [string, string, number | null][]),
        ...[...'wxyz'].map((a) => [a, '_T', total((cell) => cell[0] === a)] as const),
        ...[...'abcd'].map((b) => ['_T', b, total((cell) => cell[1] === b)] as const),
        ['_T', '_T', total(() => true)],
      ],
    );
  };

  it('gives exactly 47 though every line has two gaps', async () => {
    const files = { 'disclosure.json': suppress, 't.csv': rows('') };
    const result = await attackFolder(folderOf(files), { precise: true });
    const sure = result.findings.filter(({ severity }) => severity === 'recovered');
    expect(sure).toMatchObject([{ kind: 'exact', cell: 'count?v1=w&v2=b', low: 47, high: 47 }]);
  });

  it('leaves 0 to 78 when x,d is hidden too', async () => {
    const files = { 'disclosure.json': suppress, 't.csv': rows('xd') };
    const result = await attackFolder(folderOf(files), { precise: true });
    expect(result.findings.filter(({ severity }) => severity === 'recovered')).toEqual([]);
    expect(result.ranges.get('')?.get('count?v1=w&v2=b')).toMatchObject({ low: 0, high: 78 });
  });
});
