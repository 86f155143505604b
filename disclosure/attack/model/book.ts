import { totalWords } from './columns.ts';
import { cellName, type Observation, type Place } from './observation.ts';
import type { PublicStructure } from './structure.ts';

/** One cell: the same records, wherever they are published. */
export interface BookCell {
  readonly name: string;
  readonly measure: string;
  /** Totals left out, equal codes under one name. */
  readonly at: Place;
  readonly shown: Observation[];
  readonly hidden: Observation[];
}

/** All cells of one release (or of releases that agree), by name. */
export interface Book {
  readonly structure: PublicStructure;
  readonly cells: Map<string, BookCell>;
}

export function makeBook(observations: readonly Observation[], structure: PublicStructure): Book {
  const cells = new Map<string, BookCell>();
  for (const observation of observations) {
    const at = normalise(observation.at, structure);
    const name = cellName(observation.measure, at);
    let cell = cells.get(name);
    if (cell === undefined) {
      cell = { name, measure: observation.measure, at, shown: [], hidden: [] };
      cells.set(name, cell);
    }
    (observation.value === null ? cell.hidden : cell.shown).push(observation);
  }
  return { structure, cells };
}

export function normalise(at: Place, structure: PublicStructure): Place {
  const kept: Record<string, string> = {};
  for (const [name, code] of Object.entries(at)) {
    const dimension = structure.dimension(name);
    const canonical = dimension?.canonical(code) ?? code;
    if (canonical === dimension?.total || canonical === '_T' || totalWords.test(canonical))
      continue;
    kept[name] = canonical;
  }
  return kept;
}

/** Whether the publisher says that the cell cannot occur. */
export function isImpossible({ cells }: Book, name: string): boolean {
  return cells.get(name)?.shown.some(({ impossible }) => impossible) ?? false;
}

const derived =
  /rate|share|ratio|persen|percent|pct|proporsi|bagian|tingkat|median|mean|rata|percentile|persentil|(^|[._])p\d\d|rank|peringkat|score|skor|index|indeks|days?$|hari|lower|upper|batas|low$|high$|gap|diff|selisih|per[ _]?1[\d.,_ ]*(k|000)|residents|population|penduduk/i;

/** Measures that are counts: whole numbers, nowhere negative, not named as something derived. */
export function countMeasures(book: Book): Set<string> {
  const counts = new Map<string, boolean>();
  for (const cell of book.cells.values()) {
    const before = counts.get(cell.measure) ?? !derived.test(cell.measure);
    const whole = cell.shown.every(
      ({ value, percent, lower }) =>
        !percent && lower === undefined && Number.isInteger(value) && (value ?? 0) >= 0,
    );
    counts.set(cell.measure, before && whole);
  }
  return new Set([...counts].filter(([, is]) => is).map(([measure]) => measure));
}
