import type { Command } from 'commander';
import { metricsCatalogue, queryDimensions } from '../../metrics/index.ts';
import { withPublished } from '../../warehouse/index.ts';
import { ask, isSynthetic, readAsker, statementsOf } from '../asking/ask.ts';
import { explainLines } from '../asking/explain.ts';
import { figureAnswer } from '../asking/figure-answer.ts';
import { type AskingOptions, readQuestion } from '../asking/options.ts';
import { type Context, createContext } from '../context.ts';
import { deliver } from '../formats/deliver.ts';
import { readOutput } from '../formats/output.ts';

interface MetricsOptions extends AskingOptions {
  format?: string;
  out?: string;
  sort?: string;
  top?: number;
  zero?: boolean;
  minN?: number;
  bars: boolean;
  explain?: boolean;
}

/** Figures from the published warehouse; without a name, the metrics and dimensions there are. */
export async function metrics(
  names: string[],
  options: MetricsOptions,
  command: Command,
): Promise<void> {
  const context = createContext(command);
  if (names.length === 0) return list(context);
  const { workspace, lang } = context;
  const output = readOutput({ ...options, json: context.json });
  const question = readQuestion(names, options);
  const catalogue = metricsCatalogue(workspace);
  const synthetic = isSynthetic(workspace);
  const answer = await withPublished(
    workspace,
    async (session) => {
      const asker = await readAsker(session, workspace, catalogue, lang);
      const figures = await ask(asker, question);
      const statements = options.explain ? await statementsOf(asker, question) : [];
      return figureAnswer(context, figures, question, synthetic, {
        ...options,
        explain: options.explain ? explainLines(figures, catalogue, statements, lang) : undefined,
      });
    },
    { known: question.known },
  );
  await deliver(answer, output);
  if (output.out !== undefined) context.note('asking.written', { file: output.out });
}

function list(context: Context): void {
  const catalogue = metricsCatalogue(context.workspace);
  const { lang } = context;
  context.print('cli.metrics.title');
  const width = Math.max(...catalogue.metrics.map(({ name }) => name.length));
  for (const { name, label, statistics } of catalogue.metrics) {
    context.write(`  ${name.padEnd(width)}  ${label[lang]} (${statistics.join(', ')})`);
  }
  context.print('cli.metrics.dimensions', { names: queryDimensions.join(', ') });
  context.print('cli.metrics.example');
  context.result({ metrics: catalogue.metrics, dimensions: queryDimensions });
}
