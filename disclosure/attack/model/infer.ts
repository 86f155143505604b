import { totalWords } from './columns.ts';
import type { Observation } from './observation.ts';
import {
  makeDimension,
  type PublicDimension,
  type PublicRelation,
  PublicStructure,
} from './structure.ts';

/**
 * Structure where no structure.json gives one: dimensions are columns, a total is named `_T`, Total or Jumlah, and
 * `35` is the parent of `3578` and `35.78`. Whether a relation holds is for the figures to say.
 */
export function inferStructure(
  observations: readonly Observation[],
  given: PublicStructure | undefined,
): PublicStructure {
  const codes = new Map<string, Set<string>>();
  for (const { at } of observations) {
    for (const [name, code] of Object.entries(at)) {
      codes.set(name, (codes.get(name) ?? new Set()).add(code));
    }
  }
  const inferred = [...codes]
    .filter(([name]) => given?.dimension(name) === undefined)
    .map(([name, seen]) => inferDimension(name, [...seen]));
  return new PublicStructure(
    [...(given?.dimensions ?? []), ...inferred],
    given?.links,
    given?.shares,
  );
}

const sensitiveWords =
  /korup|corrupt|kekeras|violen|kesehatan|health|anak|child|asusila|seksual|sexual|narko|hiv|disab/i;

function inferDimension(name: string, seen: readonly string[]): PublicDimension {
  const totals = seen.filter((code) => totalWords.test(code));
  const total = totals[0] ?? '_T';
  const plain = seen.filter((code) => !totalWords.test(code));
  const parent = prefixParents(plain);
  const relations: PublicRelation[] = [];
  const top = plain.filter((code) => !parent.has(code));
  if (totals.length > 0 && top.length > 1) relations.push({ parent: total, children: top });
  for (const one of new Set(parent.values())) {
    const children = plain.filter((code) => parent.get(code) === one);
    relations.push({ parent: one, children });
  }
  const sensitive = plain.filter((code) => sensitiveWords.test(code));
  return makeDimension(name, total, [...seen, total], relations, sensitive);
}

/** child -> parent, where every code of one length begins with a code of a shorter one. */
function prefixParents(codes: readonly string[]): Map<string, string> {
  const lengths = [...new Set(codes.map((code) => code.length))].sort((a, b) => a - b);
  const parents = new Map<string, string>();
  for (const [index, length] of lengths.entries()) {
    const children = codes.filter((code) => code.length === length);
    for (const shorter of lengths.slice(0, index).reverse()) {
      if (shorter < 2 || length - shorter < 2) continue;
      const above = new Set(codes.filter((code) => code.length === shorter));
      if (!children.every((code) => above.has(code.slice(0, shorter)))) continue;
      for (const code of children) parents.set(code, code.slice(0, shorter));
      break;
    }
  }
  return parents;
}
