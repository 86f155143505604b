import type { IsoDate, Lang } from '../../base/index.ts';
import type { FigureDefinition } from '../../metrics/catalogue-definitions.ts';
import type { Cell } from '../../warehouse/index.ts';

export type Words = Record<Lang, string>;

export type FieldType = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'timestamp';

/**
 * What a column is to a reader of statistics: the figure's name (`measure`; of several columns joined by
 * a point), what it is of (`dimension`, `time`), its value and ends, and what is said about it.
 */
export type Role =
  | 'id'
  | 'measure'
  | 'dimension'
  | 'time'
  | 'value'
  | 'low'
  | 'high'
  | 'unit'
  | 'status'
  | 'provisional'
  | 'break'
  | 'confidential'
  | 'attribute';

export interface DatasetColumn {
  name: string;
  type: FieldType;
  role: Role;
  title: Words;
  description?: Words;
  /** The list its codes stand in. */
  codeList?: string;
  /** No row is without it. */
  required?: boolean;
}

export interface Code {
  code: string;
  label_id: string;
  label_en: string;
  /** Of a code in the list named by `CodeList.parentList`. */
  parent?: string | null;
}

export interface CodeList {
  name: string;
  title: Words;
  codes: readonly Code[];
}

/** Rows on their way: each chunk holds one array per column, equally long; days are ISO text. */
type Chunks = Iterable<Cell[][]> | AsyncIterable<Cell[][]>;

export interface Table {
  columns: readonly DatasetColumn[];
  chunks: Chunks;
}

/** What a metric and statistic mean, in both languages. */
export interface MeasureDefinition {
  code: string;
  label: Words;
  id: FigureDefinition;
  en: FigureDefinition;
  /** The unit that the values stand in, where it is not that of the definition. */
  unit?: { code: string; label: Words };
}

export type Edition = 'internal' | 'public';

/** All that is said of a table beside its rows. Nothing here may depend on the clock of the machine. */
export interface DatasetDescription {
  /** Lower case, digits and `_`: `by_province`. */
  name: string;
  title: Words;
  description: Words;
  edition: Edition;
  /** Some of the data are made up. */
  synthetic: boolean;
  /** Rows are single reports, not figures. */
  rowLevel?: boolean;
  /** `2026Q3/v8`; null where the figures come from a live query and no release. */
  release: string | null;
  /** SHA-256 of the manifest; never of the internal one in a public dataset. */
  releaseSha256?: string;
  /** The days that the figures are of. */
  first: IsoDate;
  last: IsoDate;
  asOf: IsoDate;
  codeLists: readonly CodeList[];
  measures: readonly MeasureDefinition[];
  caveats: readonly Words[];
  keywords: readonly string[];
  publisher: string;
  /** Where the folder will be found on the web; its files are named relative to it otherwise. */
  baseUrl?: string;
  software: string;
  /** Of a public dataset: further files of its folder, such as how it is protected. */
  more?: readonly FurtherFile[];
}

export interface FurtherFile {
  name: string;
  text: string;
  about: Words;
}

export interface Dataset extends DatasetDescription, Table {}

/** How numbers and text are written. */
export interface CsvStyle {
  /** `;` between cells and a decimal comma. */
  decimalComma?: boolean;
  /** A mark at the beginning by which Excel knows UTF-8. */
  bom?: boolean;
}
