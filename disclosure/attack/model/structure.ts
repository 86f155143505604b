import type { Place } from './observation.ts';

/** Each parent is the sum of its children. */
export interface PublicRelation {
  readonly parent: string;
  readonly children: readonly string[];
  /** The children hold a set of records that no published code names (an area less one within it). */
  readonly virtual?: boolean;
}

export interface PublicDimension {
  readonly name: string;
  readonly total: string;
  readonly codes: readonly string[];
  readonly codeSet: Set<string>;
  readonly relations: readonly PublicRelation[];
  /** Those of them that the publisher or the codes themselves say; the others follow from these. */
  readonly said: readonly PublicRelation[];
  readonly sensitive: ReadonlySet<string>;
  /** Codes that hold the same leaves are one: the first of them. */
  canonical(code: string): string;
}

/** A sum between cells of different dimensions, whatever the other coordinates. */
export interface PublicLink {
  readonly parent: Place;
  readonly children: readonly Place[];
}

/** What the publisher says a share is made of. */
export interface PublicShare {
  readonly measure: string;
  readonly dimension: string;
  readonly numerator: string;
  readonly denominator: string;
}

/** Columns that name a period. */
export const periodName = /^(period|periode|quarter|triwulan|time_period|year|tahun|month|bulan)$/i;

/** What an outsider knows of the tables of one release. */
export class PublicStructure {
  readonly #dimensions: Map<string, PublicDimension>;
  readonly links: readonly PublicLink[];
  readonly shares: readonly PublicShare[];
  constructor(
    dimensions: readonly PublicDimension[],
    links: readonly PublicLink[] = [],
    shares: readonly PublicShare[] = [],
  ) {
    this.links = links;
    this.shares = shares;
    this.#dimensions = new Map(dimensions.map((one) => [one.name, one]));
  }
  get names(): Set<string> {
    return new Set(this.#dimensions.keys());
  }
  get dimensions(): PublicDimension[] {
    return [...this.#dimensions.values()];
  }
  /** The period that all tables are of, where it has a column of its own whose total is named by it. */
  get period(): string | undefined {
    const total = this.dimensions.find(({ name }) => periodName.test(name))?.total;
    return total === '_T' ? undefined : total;
  }
  dimension(name: string): PublicDimension | undefined {
    return this.#dimensions.get(name);
  }
}

/** structure.json, read leniently; undefined where it holds no dimensions. */
export function readStructure(value: unknown): PublicStructure | undefined {
  const { dimensions, links, shares } = (value ?? {}) as Record<string, unknown>;
  if (!Array.isArray(dimensions)) return undefined;
  return new PublicStructure(
    dimensions.flatMap((one: unknown) => {
      const { name, total, codes, relations, sensitive } = one as Record<string, unknown>;
      if (typeof name !== 'string') return [];
      return [
        makeDimension(
          name,
          typeof total === 'string' ? total : '_T',
          strings(codes),
          (Array.isArray(relations) ? relations : []).map((relation: Record<string, unknown>) => ({
            parent: String(relation.parent),
            children: strings(relation.children),
          })),
          strings(sensitive),
        ),
      ];
    }),
    (Array.isArray(links) ? links : []).map(({ parent, children }: Record<string, unknown>) => ({
      parent: placeOf(parent),
      children: (Array.isArray(children) ? children : []).map(placeOf),
    })),
    (Array.isArray(shares) ? shares : []).map((share: Record<string, unknown>) => ({
      measure: String(share.measure),
      dimension: String(share.dimension),
      numerator: String(share.numerator),
      denominator: String(share.denominator),
    })),
  );
}

function placeOf(value: unknown): Place {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([name, code]) => [name, String(code)]));
}

function strings(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) =>
    typeof item === 'object' && item !== null
      ? String((item as { code?: unknown }).code)
      : String(item),
  );
}

/** Adds what follows from the relations: codes with equal leaves, and differences of nested codes. */
export function makeDimension(
  name: string,
  total: string,
  codes: readonly string[],
  relations: readonly PublicRelation[],
  sensitive: readonly string[],
): PublicDimension {
  const leaves = leavesOf(relations);
  const all = [...new Set([total, ...codes, ...relations.flatMap(membersOf)])];
  const leafKey = (code: string) => [...leaves(code)].sort().join('\n');
  const first = new Map<string, string>();
  for (const code of all) {
    const key = leafKey(code);
    if (!first.has(key)) first.set(key, code);
  }
  const canonical = (code: string) => first.get(leafKey(code)) ?? code;
  return {
    name,
    total: canonical(total),
    codes: all,
    codeSet: new Set(all),
    relations: [...relations, ...nested(all, relations, leaves, first)]
      .map(({ parent, children, virtual }) => ({
        parent: canonical(parent),
        children: children.map(canonical),
        ...(virtual ? { virtual } : {}),
      }))
      .filter(({ parent, children }) => !(children.length === 1 && children[0] === parent)),
    said: relations,
    sensitive: new Set(sensitive),
    canonical,
  };
}

/** What two tables that are taken together say, each for its own dimensions, sums and shares. */
export function together(
  a: PublicStructure | undefined,
  b: PublicStructure | undefined,
): PublicStructure | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const dimensions = [...a.dimensions, ...b.dimensions].map(({ name }) => name);
  return new PublicStructure(
    [...new Set(dimensions)].map((name) => {
      const [one, other] = [a.dimension(name), b.dimension(name)];
      if (one === undefined || other === undefined) return (one ?? other) as PublicDimension;
      return makeDimension(
        name,
        one.total,
        [...one.codes, ...other.codes],
        unlike([...one.said, ...other.said]),
        [...one.sensitive, ...other.sensitive],
      );
    }),
    unlike([...a.links, ...b.links]),
    unlike([...a.shares, ...b.shares]),
  );
}

function unlike<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((one) => [JSON.stringify(one), one])).values()];
}

function membersOf({ parent, children }: PublicRelation): string[] {
  return [parent, ...children];
}

function leavesOf(relations: readonly PublicRelation[]): (code: string) => Set<string> {
  const children = new Map<string, readonly string[]>();
  for (const relation of relations) {
    if (!children.has(relation.parent)) children.set(relation.parent, relation.children);
  }
  const memo = new Map<string, Set<string>>();
  const leaves = (code: string): Set<string> => {
    const known = memo.get(code);
    if (known) return known;
    memo.set(code, new Set([code]));
    const below = children.get(code);
    const found = below ? new Set(below.flatMap((child) => [...leaves(child)])) : new Set([code]);
    memo.set(code, found);
    return found;
  };
  return leaves;
}

/**
 * A within B across two hierarchies: B = A + (B less A). Within one hierarchy the relation itself says so.
 */
function nested(
  codes: readonly string[],
  relations: readonly PublicRelation[],
  leaves: (code: string) => Set<string>,
  first: Map<string, string>,
): PublicRelation[] {
  const parents = new Map<string, Set<string>>();
  for (const { parent, children } of relations) {
    for (const child of children) parents.set(child, (parents.get(child) ?? new Set()).add(parent));
  }
  const above = (code: string, seen = new Set<string>()): Set<string> => {
    for (const parent of parents.get(code) ?? []) {
      if (!seen.has(parent)) above(parent, seen.add(parent));
    }
    return seen;
  };
  const groups = codes.filter((code) => leaves(code).size > 1);
  const found: PublicRelation[] = [];
  for (const inner of groups) {
    const over = above(inner);
    for (const outer of groups) {
      const [small, large] = [leaves(inner), leaves(outer)];
      if (inner === outer || over.has(outer) || small.size >= large.size) continue;
      if (![...small].every((leaf) => large.has(leaf))) continue;
      const rest = [...large].filter((leaf) => !small.has(leaf));
      const named = first.get(rest.sort().join('\n'));
      const code = named ?? `${outer} less ${inner}`;
      found.push({ parent: outer, children: [inner, code], ...(named ? {} : { virtual: true }) });
      if (!named) found.push({ parent: code, children: rest });
    }
  }
  return found;
}
