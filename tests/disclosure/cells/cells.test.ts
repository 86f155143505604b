import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allCells,
  type Cell,
  CellNumbers,
  type Coordinates,
  cellKey,
  csvLine,
  dimensionFrom,
  linkSums,
  parseCsv,
  perturb,
  pruned,
  publicFiles,
  type Structure,
  tableCells,
  tableSums,
} from '../../../disclosure/index.ts';
import { flat, regions } from '../records.ts';

describe('cells', () => {
  const structure: Structure = {
    dimensions: [regions(2, 2), flat('sex', ['f', 'm'])],
    tables: [
      { name: 'a', dimensions: ['region', 'sex'] },
      { name: 'b', dimensions: ['region'], codes: { region: ['_T', '1', '2'] } },
    ],
  };

  it('are all combinations of codes; a cell of two tables is one', () => {
    const [a, b] = structure.tables.map((table) => [...tableCells(structure, table)].map(cellKey));
    expect(a).toHaveLength(7 * 3);
    expect(new Set(a).size).toBe(21);
    expect(a?.slice(0, 4)).toEqual(['', 'sex=f', 'sex=m', 'region=1']);
    expect(b).toEqual(['', 'region=1', 'region=2']);
    expect(allCells(structure).size).toBe(21);
  });

  it('sum by each relation, for all codes of the other dimensions', () => {
    const [a, b] = structure.tables.map((table) => [...tableSums(structure, table)]);
    // Three relations of regions for 3 codes of sex, one of sex for 7 of regions.
    expect(a).toHaveLength(3 * 3 + 7);
    expect(a).toContainEqual({
      parent: 'region=2&sex=f',
      children: ['region=21&sex=f', 'region=22&sex=f'],
    });
    expect(b).toEqual([{ parent: '', children: ['region=1', 'region=2'] }]);
  });

  it('sum across dimensions where a link says so, in whatever else tables are broken down by', () => {
    const reason = flat('reason', ['asked', 'not']);
    const outcome = flat('outcome', ['open', 'archived', 'done']);
    const linked: Structure = {
      dimensions: [regions(2, 2), reason, outcome],
      tables: [
        { name: 'reasons', dimensions: ['region', 'reason'] },
        {
          name: 'outcomes',
          dimensions: ['outcome', 'region'],
          codes: { region: ['_T', '1', '2'] },
        },
      ],
      links: [
        { parent: { reason: 'asked' }, children: [{ outcome: 'open' }, { outcome: 'archived' }] },
      ],
    };
    const told = [...linkSums(linked)].map(({ parent, children }) =>
      [parent, ...children].map(cellKey).join(' = '),
    );
    expect(told).toEqual([
      'reason=asked = outcome=open = outcome=archived',
      ...['1', '2'].map(
        (code) =>
          `reason=asked&region=${code} = outcome=open&region=${code} = outcome=archived&region=${code}`,
      ),
    ]);
    const cells = (asked: number): Cell[] => [
      { at: {}, n: 30, keySum: 30 },
      { at: { reason: 'asked' }, n: asked, keySum: asked },
      { at: { reason: 'not' }, n: 30 - asked, keySum: 30 - asked },
      ...['open', 'archived', 'done'].map((code) => ({ at: { outcome: code }, n: 10, keySum: 10 })),
    ];
    const flatTables = linked.tables.map((one) => ({ ...one, codes: { region: ['_T'] } }));
    const small = { ...linked, tables: flatTables };
    expect(perturb(small, cells(20)).cells).toHaveLength(6);
    expect(() => perturb(small, cells(19))).toThrow('reason=asked');
    expect(perturb({ ...small, links: [] }, cells(19)).cells).toHaveLength(6);
    // A structure without the other dimension has nothing to link.
    const alone = pruned({ ...linked, tables: linked.tables.slice(0, 1) });
    expect(alone.links).toBeUndefined();
    expect(pruned(linked).links).toEqual(linked.links);
    const files = publicFiles(linked, new Map(), { format: 1, method: 'perturb', parameters: {} });
    expect(JSON.parse(files.get('structure.json') ?? '')).toMatchObject({ links: linked.links });
  });

  it('have one number each, as they have one key, in whatever table and order they stand', () => {
    const three: Structure = {
      dimensions: [regions(2, 2), flat('sex', ['f', 'm']), flat('topic', ['x', 'y', 'z'])],
      tables: [
        ...structure.tables,
        { name: 'c', dimensions: ['topic', 'region', 'sex'], codes: { region: ['_T', '1', '2'] } },
        { name: 'all', dimensions: [] },
      ],
    };
    const numbers = new CellNumbers(three);
    const keys = new Map<number, string>();
    for (const table of three.tables) {
      const cells = [...tableCells(three, table)];
      expect([...numbers.ofTable(table)]).toEqual(cells.map((at) => numbers.of(at)));
      for (const at of cells) {
        const number = numbers.of(at);
        expect(keys.get(number) ?? cellKey(at)).toBe(cellKey(at));
        expect(numbers.of(Object.fromEntries(Object.entries(at).reverse()))).toBe(number);
        keys.set(number, cellKey(at));
      }
    }
    expect(keys.size).toBe(allCells(three).size);
    expect(new Set(keys.values()).size).toBe(keys.size);
    expect(Math.max(...keys.keys())).toBeLessThan(numbers.size);
    const others: Coordinates[] = [{ region: '11', topic: 'x' }, { region: '9' }, { sex: '_T' }];
    for (const at of [...others, { age: '1' }]) {
      expect(numbers.of(at)).toBe(-1);
    }
    expect(new CellNumbers({ ...three, tables: [] }).of({})).toBe(-1);
  });

  it('have keys that no code can imitate', () => {
    const code = fc.string({ unit: fc.constantFrom('a', '&', '=', '%', 'b'), minLength: 1 });
    fc.assert(
      fc.property(fc.dictionary(code, code), fc.dictionary(code, code), (one, other) => {
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(cellKey(one) === cellKey(other)).toBe(same);
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(cellKey({ a: 'x&b=y' })).not.toBe(cellKey({ a: 'x', b: 'y' }));
  });
});

const sorted = (at: Record<string, string>) => Object.entries(at).sort();

describe('CSV', () => {
  it('is read as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'é', '1') });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((cells) => `${csvLine(cells)}\r\n`).join('');
        expect(parseCsv(`\ufeff${text}`)).toEqual(rows);
      }),
      { numRuns: 200, seed: 2 },
    );
  });
});

describe('a dimension from codes and parents', () => {
  it('has a sum for every parent and for the total', () => {
    const dimension = dimensionFrom('region', [
      { code: '11', parent: '1' },
      { code: '12', parent: '1' },
      { code: '2', parent: '' },
      { code: '3', parent: '_T' },
    ]);
    expect(dimension.codes).toEqual(['_T', '1', '11', '12', '2', '3']);
    expect(dimension.relations).toEqual([
      { parent: '_T', children: ['1', '2', '3'] },
      { parent: '1', children: ['11', '12'] },
    ]);
  });

  it('takes two hierarchies over the same codes as linked', () => {
    // Papua before and after its split; Aceh stayed.
    const dimension = dimensionFrom('region', [
      { code: '11.01', parent: '11' },
      { code: '94.01', parent: 'old 94' },
      { code: '94.02', parent: 'old 94' },
      { code: '94.01', parent: 'new 94' },
      { code: '94.02', parent: '95' },
    ]);
    const totals = dimension.relations.filter(({ parent }) => parent === '_T');
    expect(totals.map(({ children }) => [...children].sort())).toEqual([
      ['11', 'old 94'],
      ['11', '95', 'new 94'],
    ]);
  });

  it('refuses a circle', () => {
    const circle = [
      { code: 'a', parent: 'b' },
      { code: 'b', parent: 'a' },
    ];
    expect(() => dimensionFrom('region', circle)).toThrow('runs in a circle');
  });
});

describe('public files', () => {
  const structure: Structure = {
    dimensions: [flat('sex', ['f', 'm', 'x'])],
    tables: [
      { name: 'by sex', dimensions: ['sex'] },
      { name: 'withheld', dimensions: ['sex'] },
    ],
  };
  const figures = [
    { at: {}, value: 12, status: 'shown' },
    { at: { sex: 'f' }, value: null, status: 'hidden' },
    { at: { sex: 'm' }, value: null, lower: 0, upper: 10, status: 'shown' },
    { at: { sex: 'x' }, value: null, status: 'cannot-exist' },
  ] as const;
  const disclosure = { format: 1, method: 'perturb', parameters: { deviation: 5 } } as const;
  const files = publicFiles(
    structure,
    new Map([['by sex', [{ name: 'COMPLAINTS', figures }]]]),
    disclosure,
    { 'note.md': 'x\n' },
  );

  it('are in long form with codes of SDMX; why a cell is hidden is not told', () => {
    expect(files.get('by_sex.csv')).toBe(
      [
        'MEASURE,sex,OBS_VALUE,LOWER,UPPER,OBS_STATUS,CONF_STATUS',
        'COMPLAINTS,_T,12,,,A,',
        'COMPLAINTS,f,,,,Q,C',
        'COMPLAINTS,m,,0,10,U,',
        'COMPLAINTS,x,,,,M,',
        '',
      ].join('\n'),
    );
    expect([...files.keys()].join(' ')).toBe(
      'by_sex.csv structure.json disclosure.json note.md SHA256SUMS',
    );
    expect(JSON.parse(files.get('structure.json') as string)).toMatchObject({
      tables: [{ name: 'by sex', file: 'by_sex.csv', dimensions: ['sex'] }],
    });
    expect(JSON.parse(files.get('disclosure.json') as string)).toEqual(disclosure);
  });

  it('have sums that a stranger can check', () => {
    const lines = (files.get('SHA256SUMS') as string).trim().split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      const text = files.get(line.slice(66)) as string;
      expect(createHash('sha256').update(text).digest('hex')).toBe(line.slice(0, 64));
    }
  });
});
