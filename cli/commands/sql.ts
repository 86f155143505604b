import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { BuktiError, exitStatus } from '../../base/index.ts';
import { formatNumber } from '../../base/numbers.ts';
import { type SqlAnswer, withReadOnlySql } from '../../warehouse/index.ts';
import { isSynthetic } from '../asking/ask.ts';
import { type Context, createContext } from '../context.ts';
import { type Answer, deliver } from '../formats/deliver.ts';
import { cellText, gridRows } from '../formats/grid.ts';
import { jsonText } from '../formats/json.ts';
import { readOutput } from '../formats/output.ts';
import { sqlGrid } from '../sql/sql-grid.ts';
import { describeTables, tableList } from '../sql/table-list.ts';
import { textTable } from '../text-table.ts';

interface SqlOptions {
  file?: string;
  tables?: boolean;
  format?: string;
  out?: string;
}

/** Rows that the terminal shows; a file has them all. */
const mostRows = 100;

/** One SELECT on the published copy, in a locked session. */
export async function sql(
  query: string | undefined,
  options: SqlOptions,
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const { workspace, lang } = context;
  if (options.tables) {
    const tables = await withReadOnlySql(workspace, async ({ tables }) =>
      describeTables(tables, workspace, lang),
    );
    context.result({ tables });
    return context.write(tableList(tables));
  }
  const output = readOutput({ ...options, json: context.json });
  const text = query ?? (await readQuery(options.file));
  const synthetic = isSynthetic(workspace);
  await withReadOnlySql(workspace, async ({ ask }) => {
    const answer = await ask(text);
    await deliver(sqlAnswer(context, answer, synthetic, output.out === undefined), output);
    const saidInside = output.format === 'table' || output.format === 'json';
    if (answer.leftOut > 0 && !saidInside)
      context.note('asking.sql.left-out', { n: answer.leftOut });
  });
  if (output.out !== undefined) context.note('asking.written', { file: output.out });
}

function sqlAnswer(
  context: Context,
  answer: SqlAnswer,
  synthetic: boolean,
  onScreen: boolean,
): Answer {
  const grid = sqlGrid(answer);
  return {
    sheet: synthetic ? 'SINTETIS' : 'SQL',
    grid: () => grid,
    json: () => jsonText(grid, { synthetic, left_out: answer.leftOut }),
    table: async function* () {
      const rows: string[][] = [];
      let more = false;
      for await (const row of gridRows(grid)) {
        more = onScreen && rows.length === mostRows;
        if (more) break;
        rows.push(
          row.map((cell, index) => {
            const isNumber = typeof cell === 'number' && grid.columns[index]?.type === 'number';
            return isNumber && !Number.isInteger(cell)
              ? formatNumber(cell, context.lang, 4)
              : cellText(cell);
          }),
        );
      }
      const columns = grid.columns.map(({ name, type }) => ({
        title: name,
        right: type === 'integer' || type === 'number',
      }));
      const lines = [
        ...(synthetic ? [context.say('cli.metrics.synthetic')] : []),
        rows.length === 0 ? context.say('asking.sql.no-rows') : textTable(columns, rows),
        ...(more ? [context.say('asking.sql.first-rows', { n: mostRows })] : []),
        ...(answer.leftOut > 0 ? [context.say('asking.sql.left-out', { n: answer.leftOut })] : []),
      ];
      yield `${lines.join('\n')}\n`;
    },
  };
}

/**
 * The SQL of a file, or of what is piped in.
 * @throws BuktiError `cli.no-file`, `asking.sql.missing`
 */
async function readQuery(file: string | undefined): Promise<string> {
  if (file !== undefined) {
    if (!existsSync(file)) throw new BuktiError('cli.no-file', { file }, exitStatus.usage);
    return readFileSync(file, 'utf8');
  }
  if (process.stdin.isTTY) throw new BuktiError('asking.sql.missing', {}, exitStatus.usage);
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new BuktiError('asking.sql.missing', {}, exitStatus.usage);
  return text;
}
