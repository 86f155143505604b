import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { flat, folderOf, found, perturb, structure, suppress, table } from './folder.ts';

const areas = ['A', 'B', 'C', 'D', 'E', 'F'];
const byArea = (values: readonly (number | null)[], total = 200) =>
  table(['area'], [['_T', total], ...areas.map((code, i) => [code, values[i] ?? null] as const)]);
const plain = {
  'structure.json': structure([flat('area', areas)]),
  'disclosure.json': suppress,
};
const safe = byArea([60, null, 55, null, 40, 30]);

describe('rates', () => {
  const dims = structure([flat('area', ['A', 'B']), flat('outcome', ['yes', 'no'])]);
  const counts = (yes: number | null, no: number | null, n: number | null, more: string[] = []) =>
    table(
      ['area', 'outcome'],
      [
        ['A', 'yes', yes],
        ['A', 'no', no],
        ['A', '_T', n],
        ['B', 'yes', 30],
        ['B', 'no', null],
        ['B', '_T', null],
        ['_T', 'yes', null],
        ['_T', 'no', null],
        ['_T', '_T', null],
      ],
    ).replace('CONF_STATUS', 'CONF_STATUS,LOWER,UPPER') + more.map((line) => `${line}\n`).join('');
  const files = { 'structure.json': dims, 'disclosure.json': suppress };

  it('give the numerator back where the denominator is shown', async () => {
    const t = (more: string[]) => counts(null, null, 40, more);
    expect(await found({ ...files, 't.csv': t(['rate,A,_T,8,A,']) })).toContain(
      'rate count?area=A&outcome=yes',
    );
    expect(await found({ ...files, 't.csv': t(['rate,A,_T,,Q,C']) })).toEqual([]);
  });

  it('give both back by their limits alone', async () => {
    // 3 of 17: 17.6 %, Wilson 6.2 to 41.0 %.
    const t = (line: string) => counts(null, null, null, [line]);
    const leaks = await found({ ...files, 't.csv': t('rate,A,_T,17.6,A,,6.2,41.0') });
    expect(leaks).toContain('rate count?area=A&outcome=yes');
    expect(leaks).toContain('rate count?area=A');
    expect(await found({ ...files, 't.csv': t('rate,A,_T,,Q,C,,') })).toEqual([]);
  });

  it('give the numerator back through columns of a wide table', async () => {
    const wide = (rate: string) =>
      [
        'area,numerator,denominator,share',
        'A,20,80,0.250',
        'B,9,60,0.150',
        'C,30,50,0.600',
        `D,,37,${rate}`,
      ].join('\n');
    expect(await found({ 'disclosure.json': suppress, 't.csv': wide('0.054') })).toEqual([
      'rate numerator?area=D',
    ]);
    expect(await found({ 'disclosure.json': suppress, 't.csv': wide('') })).toEqual([]);
  });

  it('under noise say nothing where the published counts give them, and are found where they do not', async () => {
    const noisy = (rate: number, low: number, high: number) =>
      table(
        ['area', 'outcome'],
        [
          ['A', 'yes', 7],
          ['A', 'no', 26],
          ['A', '_T', 30],
        ],
      ).replace('CONF_STATUS', 'CONF_STATUS,LOWER,UPPER') +
      `rate,A,yes,${rate},A,,${low},${high}\n`;
    const own = { 'structure.json': dims, 'disclosure.json': perturb };
    // 7 of 30 with V = 3 counted in: 23 %, effective n 20.2, Wilson 10.3 to 45.0 %.
    expect(await found({ ...own, 't.csv': noisy(23, 10, 45) })).toEqual([]);
    // 4 of 31 exactly: 12.9 %, Wilson 5.1 to 28.9 %.
    expect(await found({ ...own, 't.csv': noisy(12.9, 5.1, 28.9) })).toEqual([
      'rate count?area=A',
      'rate count?area=A&outcome=yes',
    ]);
  });

  it('of 0 or 100 % of few are found', async () => {
    const wide = (rate: string) => `area,n,share\nA,12,${rate}\nB,90,0.25\nC,80,0.10\n`;
    expect(await found({ 'disclosure.json': suppress, 't.csv': wide('1') })).toEqual([
      'attribute share?area=A',
    ]);
    expect(await found({ 'disclosure.json': suppress, 't.csv': wide('0.5') })).toEqual([]);
  });
});

describe('versions', () => {
  it('show what the newer one hides', async () => {
    const files = { 'v2/structure.json': plain['structure.json'], 'disclosure.json': suppress };
    const before = byArea([60, 3, 55, 12, 40, 30]);
    const leaks = await found({ ...files, 'v1/t.csv': before, 'v2/t.csv': safe });
    expect(leaks).toEqual([
      'elsewhere count?area=B',
      'elsewhere count?area=D',
      'shown count?area=B',
    ]);
    expect(await found({ ...files, 'v1/t.csv': safe, 'v2/t.csv': safe })).toEqual([]);
  });

  it('are told apart by the truth where a gap hides that they differ', async () => {
    const files = { 'v1/structure.json': plain['structure.json'], 'disclosure.json': suppress };
    const now = byArea([63, null, 55, null, 40, 30], 203).replace(
      /^(complaints,(A|_T),).*/gm,
      '$1,Q,C',
    );
    const both = { ...files, 'v1/t.csv': safe, 'v2/t.csv': now };
    // Without it v1 seems to say what v2 hides; in truth three came late, which nothing shows.
    const seems = ['elsewhere count', 'elsewhere count?area=A'];
    expect(await found(both)).toEqual(seems);
    const exact = (n: number) => byArea([n, 3, 55, 12, 40, 30], 140 + n);
    const late = folderOf({ 'v1/t.csv': exact(60), 'v2/t.csv': exact(63) });
    expect(await found(both, { truth: late })).toEqual([]);
    const same = folderOf({ 'v1/t.csv': exact(60), 'v2/t.csv': exact(60) });
    expect(await found(both, { truth: same })).toEqual(seems);
  });

  it('differ by a small group', async () => {
    const more = { 'v1/structure.json': plain['structure.json'], 'disclosure.json': suppress };
    const changed = (n: number) => byArea([60 + n, null, 55, null, 40, 30], 200 + n);
    expect(await found({ ...more, 'v1/t.csv': safe, 'v2/t.csv': changed(2) })).toEqual([
      'change count',
      'change count?area=A',
    ]);
    expect(await found({ ...more, 'v1/t.csv': safe, 'v2/t.csv': changed(7) })).toEqual([]);
  });

  it('give a late report away through noise drawn anew in every table', async () => {
    const dimensions = ['area', 'sex', 'age', 'kind'].map((name) => flat(name, ['a', 'b']));
    const at = (which: number) => dimensions.map((_, i) => (i === which ? 'a' : '_T'));
    const other = (which: number) => dimensions.map((_, i) => (i === which ? 'b' : '_T'));
    const release = (total: number, parts: readonly number[]) =>
      table(
        dimensions.map(({ name }) => name),
        [
          [...dimensions.map(() => '_T'), total],
          ...parts.flatMap((value, i) => [
            [...at(i), value],
            [...other(i), 50],
          ]),
        ],
      );
    const files = (later: string) => ({
      'disclosure.json': perturb,
      'v1/structure.json': structure(dimensions),
      'v2/structure.json': structure(dimensions),
      'v1/t.csv': release(101, [49, 52, 51, 48]),
      'v2/t.csv': later,
    });
    const one = release(103, [50, 51, 53, 49]);
    expect((await found(files(one))).map((text) => text.split(' ')[0])).toEqual(['change']);
    expect(await found(files(release(109, [57, 60, 58, 55])))).toEqual([]);
  });
});

describe('noise', () => {
  const file = (total: number, single: number) =>
    table(
      ['area'],
      [
        ['_T', total],
        ['A', 41],
        ['B', 22],
        ['A1', single],
      ],
    );
  const area = {
    name: 'area',
    total: '_T',
    codes: ['_T', 'A', 'B', 'A1'],
    relations: [
      { parent: '_T', children: ['A', 'B'] },
      { parent: 'A', children: ['A1'] },
    ],
  };
  const files = { 'structure.json': structure([area]), 'disclosure.json': perturb };

  it('averages out where the same records stand twice with different values', async () => {
    expect(await found({ ...files, 't.csv': file(60, 41), 'u.csv': file(64, 41) })).toEqual([
      'averaged count',
    ]);
    expect(await found({ ...files, 't.csv': file(60, 38) })).toEqual(['averaged count?area=A']);
    expect(await found({ ...files, 't.csv': file(60, 41), 'u.csv': file(60, 41) })).toEqual([]);
  });

  it('is narrowed by what a recipient knows', async () => {
    const three = flat('area', ['A', 'B']);
    const own = { 'structure.json': structure([three]), 'disclosure.json': perturb };
    const t = table(
      ['area'],
      [
        ['_T', 8],
        ['A', 4],
        ['B', 5],
      ],
    );
    expect(await found({ ...own, 't.csv': t })).toEqual([]);
    const known = folderOf({
      'k.csv': table(
        ['area'],
        [
          ['_T', 9],
          ['A', 6],
        ],
      ),
    });
    expect(await found({ ...own, 't.csv': t }, { known })).toEqual(['exact count?area=B']);
  });
});

describe('what stands around the figures', () => {
  it('places a hidden value in a sorted list', async () => {
    const sorted = (rows: readonly [string, number | null][]) =>
      `area,n\n${rows.map(([code, n]) => `${code},${n ?? ''}`).join('\n')}\n`;
    const list = sorted([
      ['F', 90],
      ['B', 70],
      ['D', 41],
      ['G', null],
      ['A', 12],
      ['E', 8],
      ['C', 0],
    ]);
    expect(await found({ 'disclosure.json': suppress, 't.csv': list })).toEqual([
      'order count?area=G',
    ]);
    const last = sorted([
      ['F', 90],
      ['B', 70],
      ['D', 41],
      ['A', 12],
      ['E', 8],
      ['C', 0],
      ['G', null],
    ]);
    const byCode = sorted([
      ['A', 90],
      ['B', 70],
      ['C', 41],
      ['D', null],
      ['E', 12],
      ['F', 8],
      ['G', 0],
    ]);
    expect(await found({ 'disclosure.json': suppress, 't.csv': last })).toEqual([]);
    expect(await found({ 'disclosure.json': suppress, 't.csv': byCode })).toEqual([]);
  });

  it('places it by its rank', async () => {
    const ranked = (rank: string) =>
      ['area,n,rank', 'A,12,5', 'B,70,2', 'C,0,7', 'D,41,3', 'E,8,6', 'F,90,1', `G,,${rank}`].join(
        '\n',
      );
    expect(await found({ 'disclosure.json': suppress, 't.csv': ranked('4') })).toEqual([
      'order count?area=G',
    ]);
    expect(await found({ 'disclosure.json': suppress, 't.csv': ranked('') })).toEqual([]);
  });

  it('shows an order made before the noise', async () => {
    const list = (values: readonly number[]) =>
      `area,n\n${['G', 'C', 'A', 'F', 'B', 'E', 'D'].map((code, i) => `${code},${values[i]}`).join('\n')}\n`;
    const exact = list([93, 71, 40, 43, 20, 12, 15]);
    expect(await found({ 'disclosure.json': perturb, 't.csv': exact })).toEqual([
      'order count?area=F',
    ]);
    const own = list([93, 71, 43, 40, 20, 15, 12]);
    expect(await found({ 'disclosure.json': perturb, 't.csv': own })).toEqual([]);
  });

  const page = (tile: string, more = '') => `<!doctype html><html lang="id"><body>
    ${more}
    <div data-id="2026Q3/v1/received.count?area=A" class="tile q3">60</div>
    <div data-id="2026Q3/v1/received.count?area=C" class="tile q3">55</div>
    <div data-id="2026Q3/v1/received.count?area=E" class="tile q2">40</div>
    <div data-id="2026Q3/v1/received.count?area=F" class="tile q2">30</div>
    <div data-id="2026Q3/v1/received.count?area=D" class="tile none">–</div>
    ${tile}
    </body></html>`;
  const tile = (colour: string, title = '') =>
    `<div data-id="2026Q3/v1/received.count?area=B" class="tile ${colour}" ${title}>–</div>`;

  it('paints a hidden value in its class', async () => {
    expect(await found({ ...plain, 'map.html': page(tile('q2')) })).toEqual([
      'colour count?area=B&period=2026Q3',
    ]);
    expect(await found({ ...plain, 'map.html': page(tile('none')) })).toEqual([]);
  });

  it('says a hidden value in a tooltip or a sentence', async () => {
    const tooltip = tile('none', 'title="B: 3 laporan"');
    expect(await found({ ...plain, 't.csv': safe, 'map.html': page(tooltip) })).toContain(
      'text count?area=B&period=2026Q3',
    );
    const rule = tile('none', 'title="disembunyikan: kurang dari 5 laporan"');
    expect(await found({ ...plain, 't.csv': safe, 'map.html': page(rule) })).toEqual([]);
    const names = 'kode,nama\nA,Ambon\nB,Buru\nC,Ceram\n';
    const prose = (text: string) => page(tile('none'), `<p>${text}</p>`);
    const files = { ...plain, 't.csv': safe, 'codes.csv': names };
    expect(
      await found({ ...files, 'map.html': prose('Di Buru ada 3 laporan; di Ambon 60.') }),
    ).toEqual(['text count?area=B']);
    expect(
      await found({ ...files, 'map.html': prose('Di Ambon ada 60 laporan pada 2026Q3.') }),
    ).toEqual([]);
  });

  it('counts rows or hashes a file that nobody sees', async () => {
    const manifest = (rows: number, hash: string) =>
      JSON.stringify({ release: '2026Q3', tables: [{ path: 't.csv', rows, sha256: hash }] });
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const files = { ...plain, 't.csv': safe };
    expect(await found({ ...files, 'manifest.json': manifest(7, hash(safe)) })).toEqual([]);
    expect(await found({ ...files, 'manifest.json': manifest(203, hash(safe)) })).toEqual([
      'metadata $.tables[0].rows',
    ]);
    expect(await found({ ...files, 'manifest.json': manifest(7, hash('exact')) })).toEqual([
      'metadata $.tables[0].sha256',
    ]);
    const sums = (text: string) => `${hash(text)}  t.csv\n`;
    expect(await found({ ...files, SHA256SUMS: sums(safe) })).toEqual([]);
    expect(await found({ ...files, SHA256SUMS: sums('exact') })).toEqual([
      'metadata $.sha256.t.csv',
    ]);
    const landed = JSON.stringify({ counts: { rows: { fct_complaint: 4711 } } });
    expect(await found({ ...files, 'manifest.json': landed })).toEqual([
      'metadata $.counts.rows.fct_complaint',
    ]);
  });

  it('marks which of the hidden cells are the small ones', async () => {
    const marked = safe.replace('complaints,B,,Q,C', 'complaints,B,,Q,A');
    expect(await found({ ...plain, 't.csv': marked })).toEqual(['marked t.csv']);
    const banded = 'area,n\nA,60\nB,<5\nC,55\nD,x\n';
    expect(await found({ 'disclosure.json': suppress, 't.csv': banded })).toEqual([
      'small count?area=B',
    ]);
  });
});

it('a small count that is not hidden at all is found under suppression, and no zero', async () => {
  const open = byArea([60, 4, 55, 0, 5, 30], 154);
  expect(await found({ ...plain, 't.csv': open })).toEqual(['shown count?area=B']);
  expect(await found({ ...plain, 'disclosure.json': perturb, 't.csv': open })).toEqual([]);
});

describe('attributes', () => {
  const dims = structure([
    flat('area', ['A', 'B']),
    flat('category', ['roads', 'corruption', 'tax'], { sensitive: ['corruption'] }),
  ]);
  const t = (corruption: number, roads: number) =>
    table(
      ['area', 'category'],
      [
        ['A', 'roads', roads],
        ['A', 'corruption', corruption],
        ['A', 'tax', 0],
        ['A', '_T', corruption + roads],
      ],
    );
  it('of a small group that is all alike are found', async () => {
    const files = { 'structure.json': dims, 'disclosure.json': suppress };
    expect(await found({ ...files, 't.csv': t(12, 0) })).toEqual([
      'attribute count?area=A&category=corruption',
    ]);
    expect(await found({ ...files, 't.csv': t(12, 8) })).toEqual([]);
    expect(await found({ ...files, 't.csv': t(0, 12) })).toEqual([]);
    expect(await found({ ...files, 't.csv': t(40, 0) })).toEqual([]);
    // Where nothing else can be, everyone knew before.
    const only = t(12, 0).replace(/,0,A,/g, ',0,M,');
    expect(await found({ ...files, 't.csv': only })).toEqual([]);
  });

  it('are found within a coarser code too', async () => {
    const category = {
      ...flat('category', ['roads', 'integrity', 'corruption', 'licences'], {
        sensitive: ['corruption'],
      }),
      relations: [
        { parent: '_T', children: ['roads', 'integrity'] },
        { parent: 'integrity', children: ['corruption', 'licences'] },
      ],
    };
    const files = {
      'structure.json': structure([flat('area', ['A', 'B']), category]),
      'disclosure.json': suppress,
    };
    const nested = (corruption: number, licences: number) =>
      table(
        ['area', 'category'],
        [
          ['A', 'roads', 30],
          ['A', 'integrity', corruption + licences],
          ['A', 'corruption', corruption],
          ['A', 'licences', licences],
          ['A', '_T', 30 + corruption + licences],
        ],
      );
    expect(await found({ ...files, 't.csv': nested(12, 0) })).toEqual([
      'attribute count?area=A&category=corruption',
    ]);
    expect(await found({ ...files, 't.csv': nested(6, 6) })).toEqual([]);
  });

  it('are certain under noise only where nothing else can be', async () => {
    const files = { 'structure.json': dims, 'disclosure.json': perturb };
    const leak = 'attribute count?area=A&category=corruption';
    expect(await found({ ...files, 't.csv': t(12, 0) })).toEqual([]);
    expect(await found({ ...files, 't.csv': t(12, 0) }, { possible: true })).toEqual([leak]);
    // 13 is of 8 or more, 3 of 8 or fewer: nothing is left for the others.
    const tight = t(13, 0).replace('A,_T,13', 'A,_T,3');
    expect(await found({ ...files, 't.csv': tight })).toEqual([leak]);
    // Shown as none; who knows that the others are none knows that it is all there is.
    const few = t(0, 0).replace('A,_T,0', 'A,_T,3');
    const none = ['roads', 'tax'].map((code) => ['A', code, 0]);
    const known = folderOf({ 't.csv': table(['area', 'category'], none) });
    expect(await found({ ...files, 't.csv': few })).toEqual([]);
    expect(await found({ ...files, 't.csv': few }, { known })).toEqual([leak]);
  });

  it('are certain under noise by all sums at once', async () => {
    const files = {
      'structure.json': structure([
        flat('area', ['A', 'B', 'C']),
        flat('category', ['roads', 'corruption'], { sensitive: ['corruption'] }),
      ]),
      'disclosure.json': perturb,
    };
    // B and C are 20 or more each, their corruption 14 or fewer, so their roads are 26 or more: all that there can be.
    const rows = [
      ['A', 'corruption', 5],
      ['A', 'roads', 0],
      ['A', '_T', 5],
      ...['B', 'C'].flatMap((area) => [
        [area, 'corruption', 7],
        [area, 'roads', 12],
        [area, '_T', 25],
      ]),
      ['_T', 'corruption', 10],
      ['_T', 'roads', 21],
      ['_T', '_T', 41],
    ];
    expect(await found({ ...files, 't.csv': table(['area', 'category'], rows) })).toEqual([
      'attribute count?area=A&category=corruption',
      'exact count?area=A',
      'exact count?area=A&category=corruption',
    ]);
  });
});
