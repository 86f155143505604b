import { formatPeriod } from '../../base/dates.ts';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { writeReport } from '../../reports/index.ts';
import type { Context } from '../context.ts';

/** Writes a document from a sealed release and names its file, on stdout, as the last line. */
export async function reportStage(
  context: Context,
  document: string,
  period: string,
): Promise<string> {
  if (document !== 'ksp') {
    throw new BuktiError('cli.unknown-document', { document }, exitStatus.usage);
  }
  const { progress, say, lang } = context;
  progress.start(say('cli.stage.report', { period: formatPeriod(period, lang) }));
  try {
    const { file } = await writeReport(context.workspace, {
      document,
      period,
      lang: context.reportLang,
    });
    progress.done(say('cli.stage.report-done'));
    context.print('cli.page', { file });
    return file;
  } finally {
    progress.stop();
  }
}

/** Opens a page in the user's browser; only where a person sits at the terminal. */
export async function openPage(context: Context, file: string): Promise<void> {
  if (!process.stdout.isTTY || process.env.CI || context.json || context.quiet) return;
  const { default: open } = await import('open');
  await open(file);
}
