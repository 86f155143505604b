import type { Command } from 'commander';
import { metricsCatalogue } from '../../metrics/index.ts';
import { withPublished } from '../../warehouse/index.ts';
import { askAll, isSynthetic, readAsker } from '../asking/ask.ts';
import { figureAnswer } from '../asking/figure-answer.ts';
import { type Context, createContext } from '../context.ts';
import { deliver } from '../formats/deliver.ts';
import { readOutput } from '../formats/output.ts';
import { checkDate } from '../parse.ts';
import { queryAnswer } from '../queries/answer.ts';
import { readGiven } from '../queries/given.ts';
import { savedQueries, savedQuery } from '../queries/read.ts';
import { questionsOf } from '../queries/steps.ts';

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
