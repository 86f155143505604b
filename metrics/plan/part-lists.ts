import type { IntegerLists } from '../../warehouse/index.ts';

/** The lists of the rows of a chunk (statement.ts); ends of curves, in `n1`, may be null. */
export interface PartLists {
  items: IntegerLists;
  n0: IntegerLists;
  n1: IntegerLists;
  n2: IntegerLists;
}
