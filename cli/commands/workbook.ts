import type { Command } from 'commander';
import { formatPeriod } from '../../base/dates.ts';
import { figureDefinitions, metricsCatalogue } from '../../metrics/index.ts';
import { writeWorkbook } from '../../reports/index.ts';
import { createContext } from '../context.ts';
import { quarterOf } from '../stages/release.ts';

/** All figures of a sealed release as one workbook; its place is the last line of stdout. */
export async function workbook(
  text: string,
  options: { out?: string },
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const { workspace, progress, say, reportLang: lang } = context;
  const period = quarterOf(text);
  const definitions = figureDefinitions(metricsCatalogue(workspace), lang);
  progress.start(say('reports.workbook.stage', { period: formatPeriod(period, context.lang) }));
  try {
    const { out } = options;
    const request = { period, lang, definitions, ...(out === undefined ? {} : { out }) };
    const { file, figures } = await writeWorkbook(workspace, request);
    progress.done(say('reports.workbook.stage-done', { figures }));
    context.print('cli.page', { file });
    context.result({ file, figures });
  } finally {
    progress.stop();
  }
}
