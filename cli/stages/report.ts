import { formatPeriod } from '../../base/dates.ts';
import { type Paper, type ReportFormat, writeReport } from '../../reports/index.ts';
import type { Context } from '../context.ts';

export interface ReportOptions {
  /** A coordinating ministry. */
  name?: string;
  formats?: readonly ReportFormat[];
  paper?: Paper;
}

/** Writes documents from a sealed release and names their files, on stdout, as the last lines. */
export async function reportStage(
  context: Context,
  document: string,
  period: string,
  options: ReportOptions = {},
): Promise<string[]> {
  const { progress, say, lang } = context;
  progress.start(say('cli.stage.report', { period: formatPeriod(period, lang) }));
  try {
    const { files, typed } = await writeReport(context.workspace, {
      ...{ document, period, lang: context.reportLang },
      ...options,
    });
    progress.done(say('cli.stage.report-done'));
    for (const { file, numbers } of typed) {
      const example = '{{ metric.statistic?dim=code }}';
      context.note('reports.own.typed', { file, numbers: numbers.join('; '), example });
    }
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
