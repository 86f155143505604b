import type { Command } from 'commander';
import { formatDate } from '../../base/dates.ts';
import { formatNumber } from '../../base/numbers.ts';
import {
  breaksOf,
  derivationOf,
  historyOf,
  type Located,
  locateFigure,
} from '../../release/index.ts';
import { explainLines } from '../asking/explain.ts';
import { figureText, intervalOf, numberText } from '../asking/figure-text.ts';
import { breakLines } from '../compare/break-lines.ts';
import { type Context, createContext } from '../context.ts';

/** Says of a figure of a sealed release what it means and where it came from. */
export async function explain(id: string, command: Command): Promise<void> {
  const context = createContext(command);
  const { workspace, lang, say } = context;
  const located = await locateFigure(workspace, id.replaceAll('&amp;', '&'));
  const history = await historyOf(workspace, located);
  const derived = await derivationOf(workspace, located);
  const { figure, release, comparison } = located;
  const { manifest } = release;
  const line = (key: Parameters<typeof say>[0], text: string) =>
    context.write(`${say(key)}: ${text}`);

  context.write(titleOf(located, lang));
  context.write(marks(context, manifest.synthetic, manifest.provisional));
  line(
    'release.explain.value',
    `${figureText(figure, lang)} (n = ${formatNumber(figure.n, lang)})`,
  );
  const interval = intervalOf(figure, lang);
  if (interval) line('release.explain.interval', interval);
  line('release.explain.as-of', formatDate(figure.as_of, lang));
  if (comparison) {
    line('release.explain.compared', comparison.base_id ?? '...');
    if (comparison.difference !== null) {
      line('release.explain.difference', numberText(comparison.difference, figure.unit, lang));
    }
    if (comparison.q !== null) {
      const params = { q: formatNumber(comparison.q, lang, 4), tests: comparison.family ?? 0 };
      context.print(comparison.clear ? 'release.explain.clear' : 'release.explain.unclear', params);
    }
  }
  const told = breakLines(context, located);
  for (const text of told) context.write(text);
  const { batches } = manifest;
  line(
    'release.explain.release',
    `${manifest.period} v${manifest.version}, sha256 ${release.sha256}`,
  );
  context.print('release.explain.batches', {
    n: batches.length,
    sources: [...new Set(batches.map(({ source }) => source))].join(', ') || '-',
    day: lastDay(
      batches.map(({ known_at }) => known_at),
      lang,
    ),
  });
  line('release.explain.models', derived.models.join(', '));
  context.write('');
  context.print('release.explain.history');
  for (const told of history) {
    const said = figureText({ ...figure, ...told }, lang);
    const n = formatNumber(told.n, lang);
    const reason = told.reason ? `; ${told.reason[lang]}` : '';
    context.write(`  ${told.id}: ${said} (n = ${n}), ${formatDate(told.as_of, lang)}${reason}`);
  }
  context.write('');
  if (!derived.frozen) context.print('release.explain.today');
  const figures = {
    rows: [figure],
    by: [],
    periods: [{ period: figure.dims.quarter ?? manifest.period, asOf: figure.as_of }],
    where: {},
    labelOf: (dimension: string, code: string) => release.label(dimension, code, lang),
  };
  const lines = explainLines(figures, derived.catalogue, derived.statements, lang);
  context.write(lines.join('\n').trim());
  const breaks = breaksOf(manifest, figure);
  context.result({
    ...{ id: located.id, figure, comparison, breaks, history, release: manifest },
    ...derived,
  });
}

function titleOf({ figure, release, id }: Located, lang: Context['lang']): string {
  const { label } = release;
  const dims = Object.entries(figure.dims).map(([dimension, code]) =>
    label.call(release, dimension, String(code), lang),
  );
  const metric = release.label('metric', figure.metric, lang);
  const statistic = release.label('statistic', figure.statistic, lang);
  return `${id}\n${[`${metric}, ${statistic}`, ...dims].join('; ')}`;
}

function marks({ say }: Context, synthetic: boolean, provisional: boolean): string {
  const words = ['TERBATAS'];
  if (synthetic) words.push(say('reports.mark.synthetic'));
  if (provisional) words.push('SEMENTARA');
  return words.join(' · ');
}

function lastDay(days: readonly string[], lang: Context['lang']): string {
  const last = [...days].sort().at(-1);
  return last === undefined ? '-' : formatDate(last, lang);
}
