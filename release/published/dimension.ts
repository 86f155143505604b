import type { Dimension, Relation } from '../../disclosure/index.ts';
import type { Level } from './levels.ts';

/** Sums between the codes of a level, the total's first. */
export function relationsOfLevel({ total, list: { codes, sums = [] } }: Level): Relation[] {
  const overlapping = new Set(sums.map(([parent]) => parent));
  const parts = new Map<string, string[]>([[total, []]]);
  for (const { code, parent = total } of codes) {
    // What overlaps the others (a province of another time) is no part of the total beside them.
    if (overlapping.has(code)) continue;
    parts.set(parent, [...(parts.get(parent) ?? []), code]);
  }
  const all = [...parts, ...sums].map(([parent, children]): Relation => ({ parent, children }));
  return all.filter(({ children }) => children.length > 0);
}

/** A dimension as the library of disclosure control has it, at its finest level of all tables. */
export function dimensionOfLevel(level: Level): Dimension {
  const { dimension: name, total, list } = level;
  const sensitive = list.codes.flatMap((one) => (one.sensitive ? [one.code] : []));
  return {
    name,
    total,
    codes: [total, ...list.codes.map(({ code }) => code)],
    relations: relationsOfLevel(level),
    ...(sensitive.length > 0 ? { sensitive } : {}),
  };
}
