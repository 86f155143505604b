import { type PublicDisclosure, publicFiles } from '../../disclosure/cells/public-files.ts';
import type {
  Cell,
  Coordinates,
  Dimension,
  ProtectedCell,
  Structure,
  TableDesign,
} from '../../disclosure/index.ts';
import { flat, leavesOf, numbers, type TestRecord } from './records.ts';

/** Linked tables over made-up complaints, drawn from a seed: the same on every machine. */
export interface RandomSet {
  readonly seed: number;
  readonly threshold: number;
  readonly structure: Structure;
  readonly records: readonly TestRecord[];
  readonly cells: readonly Cell[];
  /** Pairs of finest codes that cannot occur together; none has a record. */
  readonly impossible: readonly Coordinates[];
  /** The same period published again: other tables over the same records, or the same with late ones. */
  readonly again: {
    readonly kind: 'other-tables' | 'late-records';
    readonly structure: Structure;
    readonly records: readonly TestRecord[];
    readonly cells: readonly Cell[];
  };
}

/**
 * Two or three tables that share margins; areas in one hierarchy, in two over the same leaves (provinces before and
 * after a split) or nested one within another; skewed records of complainants of whom some sent many, so that
 * empty cells, cells of one and cells of one complainant occur; half of the sets have pairs of codes that cannot
 * occur, a third a sensitive code. Thresholds from 3 to 10.
 */
export function randomSet(seed: number, scale: 'small' | 'usual' = 'usual'): RandomSet {
  const next = numbers(seed * 7919 + 17);
  const below = (size: number) => Math.floor(next() * size);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const threshold = pick([3, 4, 5, 5, 5, 7, 10]);
  const small = scale === 'small';
  const topics = ['a', 'b', 'c', 'd'].slice(0, small ? 2 : 2 + below(3));
  const topic = flat('topic', topics, next() < 0.33 ? topics.slice(-1) : undefined);
  const dimensions = [areaOf(pick(areas[scale])), topic, flat('sex', ['f', 'm'])];
  const designs: TableDesign[] = [
    { name: 'area-topic', dimensions: ['area', 'topic'] },
    { name: 'area-sex', dimensions: ['area', 'sex'] },
    { name: 'topic-sex', dimensions: ['topic', 'sex'] },
    { name: 'area', dimensions: ['area'] },
  ];
  const cube: TableDesign = { name: 'all', dimensions: ['area', 'topic', 'sex'] };
  const first = below(3);
  const tables =
    next() < 0.2 ? [cube] : designs.slice(first === 2 ? 0 : first).slice(0, 2 + below(2));
  const structure: Structure = { dimensions, tables: tables.map((one) => coarser(one, 0.25)) };
  const impossible: Coordinates[] = [];
  if (next() < 0.5) {
    for (let pair = 0; pair < 1 + below(2); pair++) {
      impossible.push({ area: pick(leaves(0)), topic: pick(topics) });
    }
  }
  const size = 20 + below(small ? 50 : 160);
  const skew = 1 + 2 * next();
  const crowd = Math.max(4, Math.floor(size * (0.3 + next())));
  const records = more(size);
  const cells = countSet(structure, records, impossible);
  const kind = next() < 0.5 ? ('other-tables' as const) : ('late-records' as const);
  const late = kind === 'late-records' ? [...records, ...more(1 + below(12))] : records;
  const later: Structure =
    kind === 'late-records'
      ? structure
      : {
          dimensions,
          tables: (next() < 0.5 ? [cube] : designs.slice(below(3))).map((one) => coarser(one, 0.4)),
        };
  const again = { kind, structure: later, records: late, cells: countSet(later, late, impossible) };
  return { seed, threshold, structure, records, cells, impossible, again };

  function leaves(which: number): string[] {
    return leavesOf(dimensions[which] as Dimension);
  }

  /** With some chance without the finest areas, where there are coarser ones. */
  function coarser(table: TableDesign, chance: number): TableDesign {
    const [area] = dimensions as [Dimension];
    const groups = area.codes.filter((code) => !leaves(0).includes(code));
    if (!table.dimensions.includes('area') || groups.length < 3 || next() >= chance) return table;
    return { ...table, codes: { area: groups } };
  }

  function more(count: number): TestRecord[] {
    const made: TestRecord[] = [];
    while (made.length < count) {
      const codes = Object.fromEntries(
        dimensions.map(({ name }, which) => {
          const own = leaves(which);
          return [name, own[Math.floor(next() ** skew * own.length)] as string];
        }),
      );
      const lies = (pair: Coordinates) => pair.area === codes.area && pair.topic === codes.topic;
      if (impossible.some(lies)) {
        // A set whose likeliest cell is impossible would never end.
        codes.area = pick(leaves(0));
        codes.topic = pick(topics);
        if (impossible.some(lies)) continue;
      }
      const who = `p${Math.floor(next() ** 2 * crowd)}`;
      made.push({ codes, key: Math.floor(next() * 2 ** 32), who });
    }
    return made;
  }
}

type Relations = Record<string, readonly string[]>;

/** Provinces and their regencies; regencies in provinces before (a) and after (b) a split; a province within one. */
const areas: Readonly<Record<'small' | 'usual', readonly (readonly Relations[])[]>> = {
  small: [
    [{ _T: ['p1', 'p2'], p1: ['r11', 'r12'], p2: ['r21', 'r22'] }],
    [
      { _T: ['a1', 'a2'], a1: ['c1', 'c2'], a2: ['c3', 'c4'] },
      { _T: ['b1', 'b2', 'b3'], b1: ['c1'], b2: ['c2', 'c3'], b3: ['c4'] },
    ],
    [{ _T: ['a1', 'a2'], a1: ['c1', 'c2', 'c3'], a2: ['c4'], b1: ['c1', 'c2'] }],
  ],
  usual: [
    [{ _T: ['p1', 'p2', 'p3'], p1: ['r11', 'r12'], p2: ['r21', 'r22', 'r23'], p3: ['r31', 'r32'] }],
    [
      { _T: ['a1', 'a2'], a1: ['c1', 'c2', 'c3'], a2: ['c4', 'c5', 'c6'] },
      { _T: ['b1', 'b2', 'b3'], b1: ['c1', 'c2'], b2: ['c3', 'c4'], b3: ['c5', 'c6'] },
    ],
    [{ _T: ['a1', 'a2'], a1: ['c1', 'c2', 'c3'], a2: ['c4', 'c5'], b1: ['c1', 'c2'] }],
  ],
};

/** Codes in the order of their names, so that the order of rows says nothing of counts. */
function areaOf(hierarchies: readonly Relations[]): Dimension {
  const relations = hierarchies.flatMap((one) =>
    Object.entries(one).map(([parent, children]) => ({ parent, children })),
  );
  const codes = new Set(relations.flatMap(({ parent, children }) => [parent, ...children]));
  return { name: 'area', total: '_T', codes: [...codes].sort(), relations };
}

/** Every cell of every table, counted by adding each record to all codes above it. */
export function countSet(
  structure: Structure,
  records: readonly TestRecord[],
  impossible: readonly Coordinates[] = [],
): Cell[] {
  const above = new Map(structure.dimensions.map((one) => [one.name, codesAbove(one)]));
  const found = new Map<string, Cell>();
  for (const { dimensions, codes } of structure.tables) {
    const own = dimensions.map(
      (name) => structure.dimensions.find((one) => one.name === name) as Dimension,
    );
    const places = own.map(({ name, codes: all }) => codes?.[name] ?? all);
    const tallies = new Map<string, { n: number; keySum: number; by: Map<string, number> }>();
    for (const { codes: leaf, key, who } of records) {
      for (const place of product(
        own.map(({ name }) => above.get(name)?.get(leaf[name] as string) ?? []),
      )) {
        const text = place.join('|');
        const tally = tallies.get(text) ?? { n: 0, keySum: 0, by: new Map() };
        tally.n += 1;
        tally.keySum = (tally.keySum + key) % 2 ** 32;
        if (who) tally.by.set(who, (tally.by.get(who) ?? 0) + 1);
        tallies.set(text, tally);
      }
    }
    for (const place of product(places)) {
      const at: Record<string, string> = {};
      for (const [index, { name, total }] of own.entries()) {
        if (place[index] !== total) at[name] = place[index] as string;
      }
      const key = nameOf(at);
      if (found.has(key)) continue;
      const { n = 0, keySum = 0, by } = tallies.get(place.join('|')) ?? {};
      const structuralZero = impossible.some(
        (pair) => pair.area === at.area && pair.topic === at.topic,
      );
      found.set(key, {
        at,
        n,
        keySum,
        ...(n > 0 && by && by.size > 0
          ? { complainants: by.size, largest: Math.max(...by.values()) }
          : {}),
        ...(structuralZero ? { structuralZero } : {}),
      });
    }
  }
  return [...found.values()];
}

/** Keys of the records that lie in a cell, in order. */
export function keysIn(
  structure: Structure,
  records: readonly TestRecord[],
  at: Coordinates,
): number[] {
  const above = new Map(structure.dimensions.map((one) => [one.name, codesAbove(one)]));
  const inside = ({ codes }: TestRecord) =>
    Object.entries(at).every(([name, code]) =>
      above
        .get(name)
        ?.get(codes[name] as string)
        ?.includes(code),
    );
  return records
    .filter(inside)
    .map(({ key }) => key)
    .sort((a, b) => a - b);
}

/** A cell's name, its dimensions in alphabetical order. */
export const nameOf = (at: Coordinates): string => JSON.stringify(Object.entries(at).sort());

/** Each finest code with itself and all codes it is a part of. */
function codesAbove({ codes, relations }: Dimension): Map<string, string[]> {
  const above = (code: string, seen: Set<string>): Set<string> => {
    seen.add(code);
    for (const { parent, children } of relations) if (children.includes(code)) above(parent, seen);
    return seen;
  };
  return new Map(codes.map((code) => [code, [...above(code, new Set())]]));
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (all, list) => all.flatMap((one) => list.map((item) => [...one, item])),
    [[]],
  );
}

/** The public files of a release, each name with `folder` before it. */
export function filesOfSet(
  structure: Structure,
  cells: readonly ProtectedCell[],
  disclosure: Pick<PublicDisclosure, 'method' | 'parameters'>,
  folder = '',
): Record<string, string> {
  const byName = new Map(cells.map((cell) => [nameOf(cell.at), cell]));
  const figures = [...byName.values()];
  const byTable = new Map(
    structure.tables.map(({ name }) => [name, [{ name: 'COMPLAINTS', figures }]]),
  );
  const files = publicFiles(structure, byTable, { format: 1, ...disclosure });
  return Object.fromEntries([...files].map(([name, text]) => [folder + name, text]));
}

/** The exact cells as a folder of the same form, for judging findings. */
export function exactFiles(structure: Structure, cells: readonly Cell[], folder = '') {
  const shown = cells.map(({ at, n }): ProtectedCell => ({ at, value: n, status: 'shown' }));
  return filesOfSet(structure, shown, { method: 'suppress', parameters: {} }, folder);
}
