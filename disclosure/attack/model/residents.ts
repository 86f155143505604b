import type { Grid } from '../read/extract.ts';
import { readNumber } from '../read/public-number.ts';
import type { Book } from './book.ts';
import { cellName, type Place } from './observation.ts';
import type { PublicDimension } from './structure.ts';

/** Number of residents of the place of a cell; undefined where no public table says it. */
export type Residents = (at: Place) => number | undefined;

export const residentMeasure = /residents|population|penduduk/i;
const columnNames = {
  all: /^(residents|population|penduduk|jumlah[ _]?penduduk|total|jumlah|obs_value|value|nilai)$/i,
  female: /^(female|women|perempuan|wanita|f|p)$/i,
  male: /^(male|men|laki([ _-]?laki)?|pria|m|l)$/i,
};
const sexName = /^(sex|gender|jenis[ _]?kelamin)$/i;

/**
 * Residents as the attacked files themselves say them (a measure of that name) and as public tables that were given
 * beside them do: rows with a code of some dimension of the release, a column of residents, maybe one of women and
 * one of men. What no row has is the sum of its parts.
 */
export function residentsOf(book: Book, grids: readonly Grid[]): Residents {
  const known = new Map<string, number>();
  const used = new Set<string>();
  const add = (at: Place, value: number) => {
    for (const name of Object.keys(at)) used.add(name);
    if (value > 0) known.set(cellName('', at), value);
  };
  for (const grid of grids) for (const [at, value] of rowsOf(grid, book)) add(at, value);
  for (const { measure, at, shown } of book.cells.values()) {
    const value = residentMeasure.test(measure) ? shown[0]?.value : undefined;
    if (value != null) add(at, value);
  }
  // Only what residents are counted by: a province has as many in every category.
  const own = (at: Place) =>
    Object.fromEntries(Object.entries(at).filter(([name]) => used.has(name)));
  return (at) => lookUp(own(at), 0);

  function lookUp(at: Place, depth: number): number | undefined {
    const found = known.get(cellName('', at));
    if (found !== undefined || depth > 6) return found;
    for (const { name, total, relations } of book.structure.dimensions) {
      if (!used.has(name)) continue;
      for (const { parent, children } of relations) {
        if (parent !== (at[name] ?? total) || children.includes(parent)) continue;
        const parts = children.map((code) => lookUp({ ...at, [name]: code }, depth + 1));
        const sum = parts.reduce<number>((all, part) => all + (part ?? Number.NaN), 0);
        if (sum > 0) return sum;
      }
    }
    return undefined;
  }
}

/** Later rows of a place (newer vintages) go before earlier ones. */
function rowsOf(grid: Grid, { structure }: Book): [Place, number][] {
  const column = (pattern: RegExp) => grid.header.findIndex((name) => pattern.test(name.trim()));
  const sex = structure.dimensions.find(({ name }) => sexName.test(name));
  const sexCode = (pattern: RegExp) => sex?.codes.find((code) => pattern.test(code));
  const values: [number, Place][] = [[column(columnNames.all), {}]];
  for (const pattern of [columnNames.female, columnNames.male]) {
    const code = sexCode(pattern);
    if (sex && code !== undefined) values.push([column(pattern), { [sex.name]: code }]);
  }
  const place = placeColumn(grid, structure.dimensions);
  if (!place) return [];
  return grid.rows.flatMap(({ cells }) => {
    const code = place.codeOf(cells[place.index]?.text.trim() ?? '');
    if (code === undefined) return [];
    const at: Place = code === place.dimension.total ? {} : { [place.dimension.name]: code };
    return values.flatMap(([index, more]): [Place, number][] => {
      const one = index < 0 ? undefined : readNumber(cells[index]?.text ?? '', grid.numbers);
      return one?.value == null ? [] : [[{ ...at, ...more }, one.value]];
    });
  });
}

/** The column and the dimension that have most codes in common, with the points of codes or without. */
function placeColumn(grid: Grid, dimensions: readonly PublicDimension[]) {
  let best: { index: number; dimension: PublicDimension; hits: number } | undefined;
  const bare = (code: string) => code.replaceAll('.', '');
  for (const dimension of dimensions) {
    const known = new Set(dimension.codes.map(bare));
    for (const [index] of grid.header.entries()) {
      const codes = new Set(grid.rows.map(({ cells }) => bare(cells[index]?.text.trim() ?? '')));
      const hits = [...codes].filter((code) => known.has(code)).length;
      if (hits > (best?.hits ?? 0)) best = { index, dimension, hits };
    }
  }
  if (!best) return undefined;
  const { dimension } = best;
  const byBare = new Map(dimension.codes.map((code) => [bare(code), dimension.canonical(code)]));
  return { ...best, codeOf: (text: string) => byBare.get(bare(text)) };
}
