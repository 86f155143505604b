/** A row of the beginning of a file, numbered as a spreadsheet counts. */
export interface HeadRow {
  row: number;
  cells: (string | null)[];
}

/** The beginning of a file: enough to find the header row and what stands above it. */
export interface Head {
  format: 'csv' | 'xlsx' | 'parquet' | 'ndjson';
  rows: HeadRow[];
  /** CSV only. */
  delimiter?: string;
  /** XLSX only: which sheet, from 0. */
  sheet?: number;
  /** Lines of metadata beside the rows (Parquet's key-value pairs), read like an information block. */
  metadata: string[];
}

/** How many rows may stand above the header row. */
export const headRows = 200;
