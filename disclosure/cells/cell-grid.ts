import { BuktiError, exitStatus } from '../../base/index.ts';
import type { Cell, Coordinates } from './cell.ts';
import { CellIndex, checkCount, checkSums, placeName } from './cell-index.ts';
import { CellNumbers } from './cell-numbers.ts';
import { linkSums } from './links.ts';
import type { Structure, TableDesign } from './structure.ts';
import { codesOf, dimensionOf, relationsOf, tableCells } from './table-cells.ts';

/** All cells of all tables of a structure, by number: for what looks at every one of many. */
export class CellGrid {
  private readonly structure: Structure;
  private readonly numbers: CellNumbers;
  private readonly cells: (Cell | undefined)[];
  private readonly given: readonly Cell[];
  private readonly ofTables: readonly (readonly [TableDesign, Float64Array])[];

  /**
   * @param cells one that is missing counts nothing
   * @throws BuktiError `disclosure.cell-twice`, `disclosure.impossible-cell`
   */
  constructor(structure: Structure, cells: Iterable<Cell>) {
    this.structure = structure;
    this.numbers = new CellNumbers(structure);
    this.ofTables = structure.tables.map((table) => [table, this.numbers.ofTable(table)]);
    this.cells = new Array(this.numbers.size).fill(undefined);
    this.given = Array.isArray(cells) ? cells : [...cells];
    const others: Cell[] = [];
    for (const cell of this.given) {
      checkCount(cell);
      const number = this.numbers.of(cell.at);
      if (number < 0) others.push(cell);
      else if (this.cells[number] === undefined) this.cells[number] = cell;
      else throw new BuktiError('disclosure.cell-twice', { cell: placeName(cell.at) });
    }
    // Cells of no table have no number: they are looked at for being there twice all the same.
    if (others.length > 0) new CellIndex(others);
  }

  /** Every distinct cell of all tables, in the order of the tables; `cell` where one was given. */
  *distinct(): Generator<{ at: Coordinates; cell: Cell | undefined }> {
    const seen = new Uint8Array(this.numbers.size);
    for (const [table, numbers] of this.ofTables) {
      const isFull = numbers.every((number) => this.cells[number] !== undefined);
      const places = isFull ? undefined : tableCells(this.structure, table);
      for (let position = 0; position < numbers.length; position++) {
        const number = numbers[position] as number;
        const place = places?.next().value;
        if (seen[number] === 1) continue;
        seen[number] = 1;
        const cell = this.cells[number];
        yield { at: cell?.at ?? (place as Coordinates), cell };
      }
    }
  }

  /**
   * Whether every parent is the sum of its children, in complaints and in record keys; that of a link too.
   * @throws BuktiError `disclosure.not-additive` with the first cell found
   */
  checkSums(): void {
    for (const [table, numbers] of this.ofTables) {
      // What does not add up is named by the slower check.
      if (!this.addsUp(table, numbers)) checkSums(this.structure, new CellIndex(this.given));
    }
    for (const { parent, children, isPartial } of linkSums(this.structure)) {
      if (isPartial) continue;
      const total = this.at(parent);
      const parts = children.map((child) => this.at(child));
      const n = parts.reduce((sum, cell) => sum + cell.n, 0);
      const keys = parts.reduce((sum, cell) => (sum + cell.keySum) % 2 ** 32, 0);
      if (total.n === n && total.keySum % 2 ** 32 === keys) continue;
      const params = { table: Object.keys(parent).join('-'), cell: placeName(parent) };
      throw new BuktiError('disclosure.not-additive', params, exitStatus.input);
    }
  }

  private at(at: Coordinates): Cell {
    return this.cells[this.numbers.of(at)] ?? { at, n: 0, keySum: 0 };
  }

  private addsUp(table: TableDesign, numbers: Float64Array): boolean {
    const n = new Float64Array(numbers.length);
    const keys = new Uint32Array(numbers.length);
    for (let position = 0; position < numbers.length; position++) {
      const cell = this.cells[numbers[position] as number];
      if (cell === undefined) continue;
      n[position] = cell.n;
      keys[position] = cell.keySum;
    }
    let step = 1;
    for (const name of [...table.dimensions].reverse()) {
      const dimension = dimensionOf(this.structure, name);
      const codes = codesOf(table, dimension);
      const places = new Map(codes.map((code, place) => [code, place]));
      const block = step * codes.length;
      for (const { parent, children } of relationsOf(table, dimension)) {
        const to = (places.get(parent) as number) * step;
        const from = children.map((code) => (places.get(code) as number) * step);
        for (let start = 0; start < numbers.length; start += block) {
          for (let index = start; index < start + step; index++) {
            let cases = 0;
            let sum = 0;
            for (let part = 0; part < from.length; part++) {
              const at = index + (from[part] as number);
              cases += n[at] as number;
              sum = (sum + (keys[at] as number)) >>> 0;
            }
            if (cases !== n[index + to] || sum !== keys[index + to]) return false;
          }
        }
      }
      step = block;
    }
    return true;
  }
}
