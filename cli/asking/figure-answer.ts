import type { Context } from '../context.ts';
import type { Answer } from '../formats/deliver.ts';
import { type Arrangement, arrange, readSort } from './arrange.ts';
import type { Figures } from './ask.ts';
import { figureGrid } from './figure-grid.ts';
import { figureTable } from './figure-table.ts';
import { footLines, headLines } from './notes.ts';
import type { Question } from './options.ts';

export interface AnswerOptions extends Arrangement {
  bars: boolean;
  /** Lines of explanation under the table, with p and q in it. */
  explain?: readonly string[] | undefined;
  /** Written before the table, as the title of a saved query. */
  title?: string[];
  /** Lines over a table that were said already, over the one before it. */
  said?: Set<string>;
}

/** Figures, ordered and cut as asked, in every form they may be written in. */
export function figureAnswer(
  context: Pick<Context, 'lang'>,
  figures: Figures,
  question: Question,
  synthetic: boolean,
  options: AnswerOptions,
): Answer {
  const { lang } = context;
  const { by, labelOf, periods } = figures;
  const sort = options.sort === undefined ? undefined : readSort(options.sort, by);
  const arranged = arrange(figures.rows, { ...options, sort }, labelOf);
  const { rows, leftOut } = arranged;
  const cut = Object.values(leftOut).some((n) => n > 0);
  return {
    sheet: synthetic ? 'SINTETIS' : 'Bukti',
    grid: () => figureGrid(rows, by, labelOf, synthetic),
    json: async function* () {
      const answer = { synthetic, periods, rows, ...(cut ? { left_out: leftOut } : {}) };
      yield `${JSON.stringify(answer, null, 2)}\n`;
    },
    table: async function* () {
      const width = process.stdout.isTTY ? process.stdout.columns : undefined;
      const table = figureTable(rows, by, {
        lang,
        labelOf,
        bars: options.bars,
        tests: options.explain !== undefined,
        width,
      });
      const said = options.said ?? new Set();
      const head = headLines(figures, question, synthetic, lang).filter((line) => !said.has(line));
      for (const line of head) said.add(line);
      const lines = [
        ...(options.title ?? []),
        ...head,
        ...(rows.length > 0 ? [table] : []),
        ...footLines(arranged, options, lang),
        ...(options.explain ?? []),
      ];
      yield `${lines.join('\n')}\n`;
    },
    arrow: async () => {
      const { figureIpc } = await import('../../metrics/arrow.ts');
      return figureIpc(rows, by);
    },
  };
}
