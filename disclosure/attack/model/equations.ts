import { type Book, type BookCell, normalise } from './book.ts';
import { cellName, type Place } from './observation.ts';
import type { PublicDimension, PublicRelation } from './structure.ts';

/** parent = sum of children, over names of cells. */
export interface Equation {
  readonly parent: string;
  readonly children: readonly string[];
  readonly dimension: string;
}

/**
 * Every additive relation between cells of the given measures. A cell that a relation needs and no file holds stands
 * in it all the same (`unpublished` in the system), unless nothing can be learnt through it.
 */
export function equationsOf(book: Book, measures: ReadonlySet<string>): Equation[] {
  const found = new Map<string, Equation>();
  const queue: BookCell[] = [];
  for (const cell of book.cells.values()) if (measures.has(cell.measure)) queue.push(cell);
  const dimensions = book.structure.dimensions.map((one) => ({ ...one, involved: byCode(one) }));
  const crossed = new Set(queue.map(({ measure, at }) => crossing(measure, Object.keys(at))));
  for (const cell of queue) {
    const axes = Object.keys(cell.at);
    for (const dimension of dimensions) {
      const { name, total } = dimension;
      const whole = cell.at[name] === undefined;
      // No table breaks this cell down further by this dimension.
      if (whole && !crossed.has(crossing(cell.measure, [...axes, name]))) continue;
      const { [name]: _, ...others } = cell.at;
      const rest = cellName(cell.measure, others);
      for (const { relation, number } of dimension.involved.get(cell.at[name] ?? total) ?? []) {
        const key = `${name} ${number} ${rest}`;
        if (found.has(key)) continue;
        const equation = equationAt(cell, dimension, relation);
        if (whole && !equation.children.some((one) => book.cells.has(one))) continue;
        found.set(key, equation);
      }
    }
  }
  for (const cell of queue) {
    for (const equation of linked(cell, book)) found.set(`link|${equation.parent}`, equation);
  }
  return prune([...found.values()], book);
}

/** Sums across dimensions: the same records under other names. Those that no file shows stand in it as unknowns. */
function linked({ measure, at }: BookCell, book: Book): Equation[] {
  return book.structure.links.flatMap(({ parent, children }) => {
    if (!Object.entries(parent).every(([name, code]) => at[name] === code)) return [];
    const rest = Object.fromEntries(Object.entries(at).filter(([name]) => !(name in parent)));
    const names = children.map((child) =>
      cellName(measure, normalise({ ...rest, ...child }, book.structure)),
    );
    if (!names.some((name) => book.cells.has(name))) return [];
    const dimension = [...new Set([parent, ...children].flatMap((one) => Object.keys(one)))];
    return [{ parent: cellName(measure, at), children: names, dimension: dimension.join(', ') }];
  });
}

/** Which dimensions a cell is broken down by. */
function crossing(measure: string, dimensions: readonly string[]): string {
  return [measure, ...[...dimensions].sort()].join('|');
}

interface Numbered {
  relation: PublicRelation;
  number: number;
}

function byCode(dimension: PublicDimension): Map<string, Numbered[]> {
  const map = new Map<string, Numbered[]>();
  for (const [number, relation] of dimension.relations.entries()) {
    for (const code of new Set([relation.parent, ...relation.children])) {
      const list = map.get(code) ?? [];
      list.push({ relation, number });
      map.set(code, list);
    }
  }
  return map;
}

function equationAt(
  cell: BookCell,
  { name, total }: PublicDimension,
  { parent, children }: PublicRelation,
): Equation {
  const { [name]: _, ...rest } = cell.at;
  const nameAt = (code: string) => {
    const at: Place = code === total ? rest : { ...rest, [name]: code };
    return cellName(cell.measure, at);
  };
  return { parent: nameAt(parent), children: children.map(nameAt), dimension: name };
}

/** Drops equations that only say how large an unpublished cell is that stands nowhere else. */
function prune(equations: Equation[], book: Book): Equation[] {
  let kept = equations;
  for (;;) {
    const uses = new Map<string, number>();
    for (const { parent, children } of kept) {
      for (const name of [parent, ...children]) {
        if (!book.cells.has(name)) uses.set(name, (uses.get(name) ?? 0) + 1);
      }
    }
    const next = kept.filter(({ parent, children }) => {
      const members = [parent, ...children];
      const free = members.some((name) => uses.get(name) === 1);
      return !free || members.filter((name) => book.cells.has(name)).length > 1;
    });
    if (next.length === kept.length) return kept;
    kept = next;
  }
}
