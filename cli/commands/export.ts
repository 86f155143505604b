import type { Command } from 'commander';
import { BuktiError, exitStatus, packageVersion } from '../../base/index.ts';
import { exportLogFile, logExport, readExportLog } from '../../release/datasets/index.ts';
import { tableNames } from '../../release/index.ts';
import { type Context, createContext } from '../context.ts';
import { metricsSource, querySource } from '../export/live.ts';
import { type ExportOptions, readShape, type Shape } from '../export/options.ts';
import { publicSource } from '../export/public.ts';
import { withReportSource } from '../export/reports.ts';
import { releaseSource, type Source } from '../export/sources.ts';
import { writeExports } from '../export/write.ts';
import { savedQueries } from '../queries/read.ts';
import { textTable } from '../text-table.ts';

/** Takes tables, queries or figures out as files, and notes in a log who took what for which purpose. */
export async function exportData(
  names: string[],
  options: ExportOptions,
  command: Command,
): Promise<void> {
  const context = createContext(command);
  if (options.log) return showLog(context);
  const shape = readShape(options, context);
  if (options.forPublication) return exportPublic(context, names, options, shape);
  const purpose = options.purpose?.replaceAll(/\s+/g, ' ').trim() ?? '';
  checkWhat(names, options);
  if (purpose === '') throw new BuktiError('export.needs-purpose', {}, exitStatus.usage);
  await withSource(context, names, options, async (source) => {
    const { workspace, progress, say, reportLang } = context;
    const { what, recipient, datasets } = source;
    progress.start(say('export.stage', { what }));
    try {
      const written = await writeExports(
        workspace,
        datasets,
        options,
        shape,
        reportLang,
        async (all) => {
          await logExport(workspace, {
            purpose,
            what,
            release: datasets[0]?.release ?? null,
            recipient,
            row_level: datasets.some(({ rowLevel }) => rowLevel),
            rows: all.reduce((sum, { rows }) => sum + rows, 0),
            files: all.flatMap(({ files }) => files),
            software: `bukti ${packageVersion()}`,
          });
        },
      );
      const rows = written.reduce((sum, one) => sum + one.rows, 0);
      progress.done(say('export.stage-done', { what, rows }));
      context.note('export.logged', { file: exportLogFile(workspace) });
      for (const { place } of written) context.print('cli.page', { file: place });
      context.result({ rows, files: written });
    } finally {
      progress.stop();
    }
  });
}

/** Published tables are anybody's: nobody is asked for a purpose, and nothing is logged. */
async function exportPublic(
  context: Context,
  names: readonly string[],
  options: ExportOptions,
  shape: Shape,
): Promise<void> {
  const { workspace, progress, say, reportLang } = context;
  const { what, datasets } = publicSource(workspace, names, options);
  progress.start(say('export.stage', { what }));
  try {
    const all = await writeExports(workspace, datasets, options, shape, reportLang, async () => {});
    const rows = all.reduce((sum, one) => sum + one.rows, 0);
    progress.done(say('export.stage-done', { what, rows }));
    for (const { place } of all) context.print('cli.page', { file: place });
    context.result({ rows, files: all });
  } finally {
    progress.stop();
  }
}

function checkWhat(names: readonly string[], { metrics, rows }: ExportOptions): void {
  const kinds = [names.length > 0, metrics !== undefined, rows === true].filter(Boolean).length;
  if (kinds === 0) {
    const known = tableNames.slice(0, 8).join(', ');
    throw new BuktiError('export.needs-what', { known: `${known}, ...` }, exitStatus.usage);
  }
  if (kinds > 1) throw new BuktiError('export.one-kind', {}, exitStatus.usage);
}

async function withSource(
  context: Context,
  names: readonly string[],
  options: ExportOptions,
  work: (source: Source) => Promise<void>,
): Promise<void> {
  if (options.rows) return withReportSource(context, work);
  if (options.metrics !== undefined) return work(await metricsSource(context, options));
  const queries = savedQueries(context.workspace).map(({ query }) => query.name);
  const tables: readonly string[] = tableNames;
  const asked = names.filter((name) => !tables.includes(name) && queries.includes(name));
  if (asked.length === 0) return work(await releaseSource(context.workspace, names, options));
  if (names.length > 1) throw new BuktiError('export.one-kind', {}, exitStatus.usage);
  await work(await querySource(context, asked[0] as string, options));
}

function showLog(context: Context): void {
  const { entries } = readExportLog(context.workspace);
  context.result({ file: exportLogFile(context.workspace), entries });
  if (entries.length === 0) {
    context.print('export.log-none');
    return;
  }
  const rows = entries.map(({ at, user, what, release, rows, purpose }) => [
    at.slice(0, 16).replace('T', ' '),
    user,
    release === null ? what : `${release} ${what}`,
    String(rows),
    purpose,
  ]);
  const titles = ['', '', '', '', ''].map((title, index) => ({ title, right: index === 3 }));
  context.write(textTable(titles, rows).split('\n').slice(2).join('\n'));
  context.print('export.log-whole', { n: entries.length });
}
