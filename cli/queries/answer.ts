import { formatPeriod } from '../../base/dates.ts';
import type { Lang } from '../../base/locale.ts';
import type { Cell } from '../../warehouse/index.ts';
import type { Answer } from '../formats/deliver.ts';
import type { Column, Grid } from '../formats/grid.ts';
import type { QueryStep, SavedQuery } from './schema.ts';

export interface AnsweredStep {
  step: QueryStep;
  answer: Answer;
}

/** The answers of all steps as one: tables under one another, in a file one table with a column `step`. */
export function queryAnswer(
  query: SavedQuery,
  period: string,
  parts: readonly AnsweredStep[],
  lang: Lang,
): Answer {
  return {
    sheet: parts[0]?.answer.sheet ?? 'Bukti',
    grid: () => union(parts.map(({ answer }) => answer.grid())),
    json: async function* () {
      const steps = [];
      for (const { step, answer } of parts) {
        let text = '';
        for await (const piece of answer.json()) text += piece;
        steps.push({ step, ...(JSON.parse(text) as object) });
      }
      const { name, title, question, notes } = query;
      yield `${JSON.stringify({ name, title, question, period, steps, notes }, null, 2)}\n`;
    },
    table: async function* () {
      yield `${query.title[lang]}, ${formatPeriod(period, lang)}\n${query.question[lang]}\n`;
      for (const { answer } of parts) yield* answer.table();
      if (query.notes.length > 0) yield `\n${query.notes.map((note) => note[lang]).join('\n')}\n`;
    },
  };
}

/** Rows of several tables under the columns of all; a column that a table lacks is empty in its rows. */
function union(grids: readonly Grid[]): Grid {
  const columns = new Map<string, Column>();
  for (const grid of grids) {
    for (const column of grid.columns)
      if (!columns.has(column.name)) columns.set(column.name, column);
  }
  const all = [...columns.values()];
  async function* chunks(): AsyncGenerator<Cell[][]> {
    for (const [index, grid] of grids.entries()) {
      for await (const chunk of grid.chunks) {
        const length = chunk[0]?.length ?? 0;
        if (length === 0) continue;
        const step: Cell[] = Array(length).fill(index + 1);
        const cells = all.map(({ name }) => {
          const own = grid.columns.findIndex((column) => column.name === name);
          return chunk[own] ?? (Array(length).fill(null) as Cell[]);
        });
        yield [step, ...cells];
      }
    }
  }
  return { columns: [{ name: 'step', type: 'integer' }, ...all], chunks: chunks() };
}
