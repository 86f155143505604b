import { formatPeriod, type IsoDate, parsePeriod } from '../../base/index.ts';
import { message } from '../../base/messages/index.ts';
import { metricsCatalogue, readCodeLabels } from '../../metrics/index.ts';
import { type FigureRow, figureDataset, type Naming } from '../../release/datasets/index.ts';
import { withPublished } from '../../warehouse/index.ts';
import { arrange } from '../asking/arrange.ts';
import { ask, askAll, type Figures, isSynthetic, readAsker } from '../asking/ask.ts';
import { readQuestion } from '../asking/options.ts';
import type { Context } from '../context.ts';
import { checkDate, parseList } from '../parse.ts';
import { readGiven } from '../queries/given.ts';
import { savedQuery } from '../queries/read.ts';
import { questionsOf } from '../queries/steps.ts';
import type { ExportOptions } from './options.ts';
import { commons, inBoth, type Source, titleOf } from './sources.ts';

/** Figures asked of the published warehouse just now: part of no release, and marked so. */
export async function metricsSource(
  { workspace, lang }: Context,
  options: ExportOptions,
): Promise<Source> {
  const names = parseList(options.metrics);
  const question = readQuestion(names, options);
  const catalogue = metricsCatalogue(workspace);
  return withPublished(
    workspace,
    async (session) => {
      const asker = await readAsker(session, workspace, catalogue, lang);
      const figures = await ask(asker, question);
      const name = [...names, ...(question.by.length > 0 ? ['by', ...question.by] : [])].join('_');
      return {
        what: `metrics ${names.join(',')}`,
        recipient: null,
        datasets: [await liveDataset(workspace, name, [figures], session)],
      };
    },
    { known: question.known },
  );
}

/** A saved query; where it has several steps, their figures stand under one another. */
export async function querySource(
  { workspace, lang }: Context,
  name: string,
  options: ExportOptions,
): Promise<Source> {
  const { query } = savedQuery(workspace, name);
  checkDate('--known', options.known);
  const catalogue = metricsCatalogue(workspace);
  return withPublished(
    workspace,
    async (session) => {
      const asker = await readAsker(session, workspace, catalogue, lang);
      const given = await readGiven(asker, query, options);
      const answers = await askAll(asker, questionsOf(query, given));
      const figures = answers.map((answer, index) => {
        const step = query.steps[index];
        if (!step) throw new Error('an answer without its step');
        const { sort, top, zero, min_n: minN, changed } = step;
        const arranged = arrange(answer.rows, { sort, top, zero, minN, changed }, answer.labelOf);
        return { ...answer, rows: arranged.rows };
      });
      return {
        what: `query ${name}`,
        recipient: null,
        datasets: [await liveDataset(workspace, name, figures, session)],
      };
    },
    { known: options.known },
  );
}

async function liveDataset(
  workspace: Context['workspace'],
  name: string,
  answers: readonly Figures[],
  session: Parameters<typeof readCodeLabels>[0],
) {
  const catalogue = metricsCatalogue(workspace);
  const labels = {
    id: await readCodeLabels(session, catalogue, 'id'),
    en: await readCodeLabels(session, catalogue, 'en'),
  };
  const named = { metric: catalogue.metrics, statistic: catalogue.statistics };
  const naming: Naming = {
    label(dimension, code, lang) {
      const list = named[dimension as keyof typeof named];
      const own = list?.find((one) => one.name === code)?.label[lang];
      if (own !== undefined) return own;
      return parsePeriod(code) && times.includes(dimension)
        ? formatPeriod(code, lang)
        : labels[lang](dimension, code);
    },
    codes: () => [],
  };
  const rows = answers.flatMap((answer) => answer.rows.map((row) => ofPeriod(row, answer)));
  const periods = [...new Set(answers.flatMap((one) => one.periods.map(({ period }) => period)))];
  const days = answers.flatMap((one) => one.periods.map(({ asOf }) => asOf)).sort();
  return figureDataset(rows, {
    ...commons(workspace),
    name: name.replaceAll(/[^a-z0-9]+/gi, '_').toLowerCase(),
    title: titleOf(rows, naming, periods.join(','), name),
    description: inBoth((lang) => message(lang, 'export.description.live')),
    synthetic: isSynthetic(workspace),
    release: null,
    asOf: days.at(-1) as IsoDate,
    naming,
  });
}

const times = ['quarter', 'month', 'year'];

/** A figure of the one period that was asked for bears its period, as those of a release do. */
function ofPeriod(row: FigureRow, { periods }: Figures): FigureRow {
  const only = periods.length === 1 ? parsePeriod(periods[0]?.period ?? '') : undefined;
  if (!only || only.kind in row.dims || row.dims.month !== undefined) return row;
  return { ...row, dims: { ...row.dims, [only.kind]: only.id } };
}
