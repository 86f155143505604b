import type { Command } from 'commander';
import { BuktiError, exitStatus, type IsoDate } from '../../base/index.ts';
import { asOfIn, defaultPeriod, metricsCatalogue, readPeriod } from '../../metrics/index.ts';
import { activeBatches, withPublished } from '../../warehouse/index.ts';
import { type Asker, askAll, isSynthetic, readAsker } from '../asking/ask.ts';
import { figureAnswer } from '../asking/figure-answer.ts';
import { type Context, createContext } from '../context.ts';
import { deliver } from '../formats/deliver.ts';
import { readOutput } from '../formats/output.ts';
import { checkDate } from '../parse.ts';
import { queryAnswer } from '../queries/answer.ts';
import { savedQueries, savedQuery } from '../queries/read.ts';
import type { SavedQuery } from '../queries/schema.ts';
import { type Given, questionsOf } from '../queries/steps.ts';

interface QueryOptions {
  period?: string;
  by?: string;
  where?: string[];
  known?: string;
  since?: string;
  format?: string;
  out?: string;
  bars: boolean;
}

/** A saved query for one period; without a name, those there are. */
export async function query(
  name: string | undefined,
  options: QueryOptions,
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const { workspace, lang } = context;
  if (name === undefined) return list(context);
  const output = readOutput({ ...options, json: context.json });
  checkDate('--known', options.known);
  checkDate('--since', options.since);
  const { query } = savedQuery(workspace, name);
  const catalogue = metricsCatalogue(workspace);
  const answer = await withPublished(
    workspace,
    async (session) => {
      const asker = await readAsker(session, workspace, catalogue, lang);
      const given = await readGiven(asker, query, options);
      const questions = questionsOf(query, given);
      const figures = await askAll(asker, questions);
      const synthetic = isSynthetic(workspace);
      const said = new Set<string>();
      const parts = query.steps.map((step, index) => {
        const [own, question] = [figures[index], questions[index]];
        if (!own || !question) throw new Error('a step without its answer');
        const { sort, top, zero, min_n: minN, changed } = step;
        const title = step.title ? ['', step.title[lang]] : [''];
        const shape = { sort, top, zero, minN, changed, bars: options.bars, title, said };
        return { step, answer: figureAnswer(context, own, question, synthetic, shape) };
      });
      return queryAnswer(query, given.period, parts, lang);
    },
    { known: options.known },
  );
  await deliver(answer, output);
  if (output.out !== undefined) context.note('asking.written', { file: output.out });
}

async function readGiven(asker: Asker, query: SavedQuery, options: QueryOptions): Promise<Given> {
  const { session, workspace, context } = asker;
  const workingDays = workspace.config.release.as_of_working_days;
  const period = options.period ?? (await defaultPeriod(session, workingDays, context)).period;
  const revises = query.steps.some((step) => step.compare === 'revision');
  return {
    period,
    by: options.by,
    where: options.where ?? [],
    known: options.known,
    since: options.since ?? (revises ? firstKnown(asker, period, workingDays) : ''),
  };
}

/** The first day after the period's as-of day on which something became known. */
function firstKnown(asker: Asker, period: string, workingDays: number): IsoDate {
  const { asOf } = asOfIn(asker.context, readPeriod(period), workingDays);
  const days = activeBatches(asker.workspace).map((batch) => batch.known_at);
  const known = days.filter((day) => day >= asOf).sort()[0] ?? days.sort().at(-1);
  if (known === undefined) throw new BuktiError('metrics.no-report', {}, exitStatus.input);
  return known;
}

function list(context: Context): void {
  const { workspace, lang } = context;
  const queries = savedQueries(workspace).map(({ query }) => query);
  const width = Math.max(0, ...queries.map(({ name }) => name.length));
  context.print('asking.query.list');
  for (const { name, question } of queries) {
    context.write(`  ${name.padEnd(width)}  ${question[lang]}`);
  }
  context.print('asking.query.example');
  context.result({ queries });
}
