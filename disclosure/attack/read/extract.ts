/** What the reader finds in public files, before anybody asks what it means. */
export interface Extract {
  readonly files: PublicFile[];
  readonly grids: Grid[];
  readonly passages: Passage[];
  readonly metadata: Metadata[];
  readonly structures: { readonly file: string; readonly value: unknown }[];
  readonly methods: { readonly file: string; readonly value: unknown }[];
}

interface PublicFile {
  /** Path inside the attacked folder, with `/`. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A table as it stands in a file: text in cells. */
export interface Grid {
  readonly file: string;
  /** Sheet, caption or key; the file's name where it has none. */
  readonly name: string;
  /** How numbers are written: `raw` with a point and no grouping. */
  readonly numbers: 'raw' | 'id' | 'en';
  readonly header: readonly string[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly place: string;
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  readonly text: string;
  /** Figure id, `2026Q3/v1/metric.statistic?dim=code`. */
  readonly id?: string;
  /** Class or fill by which the cell is coloured. */
  readonly colour?: string;
  /** Titles, labels for screen readers, data attributes. */
  readonly notes?: readonly string[];
}

/** A sentence or a title. */
export interface Passage {
  readonly file: string;
  readonly place: string;
  readonly text: string;
  readonly numbers: Grid['numbers'];
}

/** A JSON document that is no table. */
export interface Metadata {
  readonly file: string;
  readonly value: unknown;
}

/** What a file says to a reader, as the attacker takes it. Nothing else reaches the attack. */
export type Extracted = Partial<Pick<Extract, 'grids' | 'passages' | 'metadata'>>;

/**
 * Reads a kind of file that the attacker does not know: documents, a site's data, embeds. It is called for every file,
 * also for those that the attacker reads itself; what several give is taken together.
 * @param file path inside the attacked folder, with `/`; `file` of what is returned says it again
 * @returns undefined for files of another kind. An error means that the file cannot be read: the attack stops and
 *   names the file, never what the error says
 */
export type Extractor = (
  file: string,
  bytes: Uint8Array,
) => Extracted | undefined | Promise<Extracted | undefined>;

export function emptyExtract(): Extract {
  return { files: [], grids: [], passages: [], metadata: [], structures: [], methods: [] };
}
