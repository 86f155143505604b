import { BuktiError, exitStatus } from '../../base/index.ts';
import type { Dimension } from './structure.ts';

/** A code and the code that it is a part of; nothing or the total where it stands right below the total. */
export interface CodeParent {
  readonly code: string;
  readonly parent?: string | undefined;
}

/**
 * A dimension from its codes and their parents. A parent that is no code itself becomes one below the
 * total. A code may have several parents (provinces before and after a split): each has its own sum, and
 * parents that share a code are taken for different hierarchies over the same codes.
 * @throws BuktiError `disclosure.hierarchy-loop`
 */
export function dimensionFrom(
  name: string,
  pairs: readonly CodeParent[],
  options: { total?: string; sensitive?: readonly string[] } = {},
): Dimension {
  const { total = '_T', sensitive } = options;
  const children = new Map<string, Set<string>>();
  const isTop = (parent: string | undefined) =>
    parent === undefined || parent === '' || parent === total;
  for (const { code, parent } of pairs) {
    if (code === total || isTop(parent)) continue;
    const key = parent as string;
    children.set(key, (children.get(key) ?? new Set()).add(code));
  }
  const all = new Set(
    pairs.flatMap(({ code, parent }) => (isTop(parent) ? [code] : [parent as string, code])),
  );
  all.delete(total);
  const leaves = leavesBelow(name, children);
  const below = new Set([...children.values()].flatMap((set) => [...set]));
  const top = [...all].filter((code) => !below.has(code));
  return {
    name,
    total,
    codes: [total, ...inOrder(top, children)],
    relations: [
      ...covers(top, leaves).map((cover) => ({ parent: total, children: cover })),
      ...[...children].map(([parent, set]) => ({ parent, children: [...set] })),
    ],
    ...(sensitive && sensitive.length > 0 ? { sensitive } : {}),
  };
}

/** Parents before their children, each code once. */
function inOrder(top: readonly string[], children: ReadonlyMap<string, Set<string>>): string[] {
  const seen = new Set<string>();
  const visit = (code: string) => {
    if (seen.has(code)) return;
    seen.add(code);
    for (const child of children.get(code) ?? []) visit(child);
  };
  for (const code of top) visit(code);
  return [...seen];
}

function leavesBelow(name: string, children: ReadonlyMap<string, Set<string>>) {
  const known = new Map<string, ReadonlySet<string>>();
  const open = new Set<string>();
  const leaves = (code: string): ReadonlySet<string> => {
    const found = known.get(code);
    if (found) return found;
    if (open.has(code)) {
      throw new BuktiError('disclosure.hierarchy-loop', { dimension: name }, exitStatus.input);
    }
    open.add(code);
    const own = children.get(code);
    const set = own ? new Set([...own].flatMap((child) => [...leaves(child)])) : new Set([code]);
    known.set(code, set);
    open.delete(code);
    return set;
  };
  for (const code of children.keys()) leaves(code);
  return leaves;
}

/**
 * The top codes as sums of the total: one where they share no leaf, else one per hierarchy, each with
 * the codes that the others leave out.
 */
function covers(top: readonly string[], leaves: (code: string) => ReadonlySet<string>): string[][] {
  const all = new Set(top.flatMap((code) => [...leaves(code)]));
  const open = [...top];
  const found: string[][] = [];
  while (open.length > 0) {
    const cover: string[] = [];
    const taken = new Set<string>();
    const take = (code: string) => {
      if ([...leaves(code)].some((leaf) => taken.has(leaf))) return false;
      cover.push(code);
      for (const leaf of leaves(code)) taken.add(leaf);
      return true;
    };
    for (const code of [...open]) if (take(code)) open.splice(open.indexOf(code), 1);
    // A hierarchy may share codes with another (a province that was not split).
    for (const code of top) if (taken.size < all.size) take(code);
    // What does not fill the total is no sum of it.
    if (taken.size === all.size) found.push(cover);
  }
  return found;
}
