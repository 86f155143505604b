import { formatPeriod } from '../../base/dates.ts';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { documentNames, writeReport } from '../../reports/index.ts';
import type { Context } from '../context.ts';

/** Writes documents from a sealed release and names their files, on stdout, as the last lines. */
export async function reportStage(
  context: Context,
  document: string,
  period: string,
  name?: string,
): Promise<string[]> {
  const kind = documentNames.find((one) => one === document);
  if (!kind) {
    const known = documentNames.join(', ');
    throw new BuktiError('cli.unknown-document', { document, known }, exitStatus.usage);
  }
  const { progress, say, lang } = context;
  progress.start(say('cli.stage.report', { period: formatPeriod(period, lang) }));
  try {
    const { files } = await writeReport(context.workspace, {
      document: kind,
      ...(name === undefined ? {} : { name }),
      period,
      lang: context.reportLang,
    });
    progress.done(say('cli.stage.report-done'));
    for (const file of files) context.print('cli.page', { file });
    return files;
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
