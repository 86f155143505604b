import type { DuckDBListVector } from '@duckdb/node-api';

/**
 * The lists of integers of one column of a chunk, end to end as DuckDB keeps them: a result of a
 * hundred thousand lists makes no array a row. A null list is an empty one.
 */
export class IntegerLists {
  /** All integers of the chunk; NaN for null. */
  readonly values: Float64Array;
  private readonly starts: Uint32Array;
  private readonly lengths: Uint32Array;

  /** @param vector of BIGINT[] */
  constructor(vector: DuckDBListVector) {
    const items = vector.childVector;
    this.values = new Float64Array(items.itemCount);
    for (let index = 0; index < items.itemCount; index++) {
      const item = items.getItem(index);
      this.values[index] = item === null ? Number.NaN : Number(item);
    }
    this.starts = new Uint32Array(vector.itemCount);
    this.lengths = new Uint32Array(vector.itemCount);
    for (let row = 0; row < vector.itemCount; row++) {
      // The entry of a null list is whatever lay in memory.
      if (vector.getItemVector(row) === null) continue;
      this.starts[row] = vector.getEntryOffset(row);
      this.lengths[row] = vector.getEntryLength(row);
    }
  }

  /** Where the list of a row begins in `values`. */
  startOf(row: number): number {
    return this.starts[row] as number;
  }

  lengthOf(row: number): number {
    return this.lengths[row] as number;
  }

  /** @returns NaN where it is null */
  at(row: number, index: number): number {
    return this.values[(this.starts[row] as number) + index] as number;
  }

  /** The integers of a row as an array of its own. */
  of(row: number): (number | null)[] {
    return Array.from({ length: this.lengthOf(row) }, (_, index) => {
      const value = this.at(row, index);
      return Number.isNaN(value) ? null : value;
    });
  }
}
