import type { Command } from 'commander';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { type Paper, type ReportFormat, scaffoldDocument } from '../../reports/index.ts';
import { type Context, createContext } from '../context.ts';
import { quarterOf } from '../stages/release.ts';
import { openPage, reportStage } from '../stages/report.ts';

interface Options {
  open?: boolean;
  format?: readonly ReportFormat[];
  paper?: Paper;
  new?: string;
}

/** `report ksp 2026Q3`, `report kemenko 2026Q3`, `report kemenko pmk 2026Q3`, `report --new rapat`. */
export async function report(
  words: readonly string[],
  options: Options,
  command: Command,
): Promise<void> {
  const context = createContext(command);
  if (options.new !== undefined) return scaffold(context, options.new, words);
  const [document, ...rest] = words;
  const [period, name] = [...rest].reverse();
  const named = document === 'kemenko';
  if (!document || period === undefined || rest.length > (named ? 2 : 1)) {
    throw new BuktiError('cli.report-arguments', {}, exitStatus.usage);
  }
  const files = await reportStage(context, document, quarterOf(period), {
    ...(name === undefined ? {} : { name }),
    ...(options.format ? { formats: options.format } : {}),
    ...(options.paper ? { paper: options.paper } : {}),
  });
  const [first = ''] = files;
  if (options.open) await openPage(context, first);
  context.result({ file: first, ...(files.length > 1 ? { files } : {}) });
}

function scaffold(context: Context, name: string, words: readonly string[]): void {
  if (words.length > 0) throw new BuktiError('cli.report-arguments', {}, exitStatus.usage);
  const { files } = scaffoldDocument(context.workspace, name);
  context.print('reports.own.written', { name, period: '2026Q3' });
  for (const file of files) context.print('cli.page', { file });
  context.result({ files });
}
