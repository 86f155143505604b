import { createHash } from 'node:crypto';
import type { Coordinates, ProtectedCell } from './cell.ts';
import { cellKey } from './coordinates.ts';
import { csvLine } from './csv.ts';
import type { Structure } from './structure.ts';
import { dimensionOf, tableCells } from './table-cells.ts';

/**
 * One published number. Limits without a value are a band; hidden has neither. Nothing says why it is
 * hidden.
 */
export interface PublicFigure {
  readonly at: Coordinates;
  readonly value: number | null;
  readonly lower?: number;
  readonly upper?: number;
  readonly status: ProtectedCell['status'];
}

/** Figures of one kind for the cells that have them; a cell without a figure has no row. */
export interface PublicMeasure {
  /** `COMPLAINTS`, `RATE_yes`. */
  readonly name: string;
  readonly figures: readonly PublicFigure[];
  /** Of a share: the codes of which dimension it is made of. */
  readonly share?: ShareOf;
}

/** A share stands at its numerator; readers find by these codes what it is a share of. */
export interface ShareOf {
  readonly dimension: string;
  readonly numerator: string;
  readonly complement: string;
  readonly denominator: string;
}

/** What a reader is told of the protection: the method and its public parameters. */
export interface PublicDisclosure {
  readonly format: 1;
  readonly method: 'perturb' | 'suppress';
  readonly parameters: Readonly<Record<string, number>>;
  /** Of `suppress`: how many cells are hidden and whether the audit found them safe. */
  readonly hidden?: number;
  readonly audit?: 'passed';
}

/**
 * The public files of one release by their names: `<table>.csv` in long form, structure.json,
 * disclosure.json, what else is given, and SHA256SUMS over all of them.
 * @param byTable measures of each table, by the table's name; a table that has none is left out
 */
export function publicFiles(
  structure: Structure,
  byTable: ReadonlyMap<string, readonly PublicMeasure[]>,
  disclosure: PublicDisclosure,
  more: Readonly<Record<string, string>> = {},
): Map<string, string> {
  const files = new Map<string, string>();
  const tables = structure.tables.filter(({ name }) => byTable.has(name));
  const names = fileNames(tables.map(({ name }) => name));
  for (const [index, table] of tables.entries()) {
    const measures = byTable.get(table.name) ?? [];
    const lines = [
      csvLine([
        'MEASURE',
        ...table.dimensions,
        'OBS_VALUE',
        'LOWER',
        'UPPER',
        'OBS_STATUS',
        'CONF_STATUS',
      ]),
    ];
    const dimensions = table.dimensions.map((name) => dimensionOf(structure, name));
    for (const { name, figures } of measures) {
      const byKey = new Map(figures.map((figure) => [cellKey(figure.at), figure]));
      for (const at of tableCells(structure, table)) {
        const figure = byKey.get(cellKey(at));
        if (!figure) continue;
        const codes = dimensions.map((dimension) => at[dimension.name] ?? dimension.total);
        const { value, lower, upper } = figure;
        lines.push(csvLine([name, ...codes, value, lower, upper, ...statusOf(figure)]));
      }
    }
    files.set(names[index] as string, `${lines.join('\n')}\n`);
  }
  const listed = tables.map((table, index) => ({ ...table, file: names[index] }));
  const shares = new Map(
    [...byTable.values()].flat().flatMap(({ name, share }) => (share ? [[name, share]] : [])),
  );
  const made = [...shares].map(([measure, share]) => ({ measure, ...share }));
  const told = { ...structure, tables: listed, ...(made.length > 0 ? { shares: made } : {}) };
  files.set('structure.json', jsonText(told));
  files.set('disclosure.json', jsonText(disclosure));
  for (const [name, text] of Object.entries(more)) files.set(name, text);
  const sums = [...files].map(
    ([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`,
  );
  files.set('SHA256SUMS', sums.join(''));
  return files;
}

/** SDMX: `A` shown, `U` a band, `Q` hidden with `C`, `M` cannot exist. */
function statusOf({ status, value }: PublicFigure): [string, string] {
  if (status === 'hidden') return ['Q', 'C'];
  if (status === 'cannot-exist') return ['M', ''];
  return [value === null ? 'U' : 'A', ''];
}

/** `Jenis kelamin` becomes `Jenis_kelamin.csv`; two that become equal are numbered. */
function fileNames(tables: readonly string[]): string[] {
  const seen = new Set<string>();
  return tables.map((table) => {
    const plain = table.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '_') || 'table';
    let name = plain;
    for (let next = 2; seen.has(name.toLowerCase()); next++) name = `${plain}-${next}`;
    seen.add(name.toLowerCase());
    return `${name}.csv`;
  });
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
