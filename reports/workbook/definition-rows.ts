import { type Lang, type MessageKey, message } from '../../base/index.ts';
import type { BookCell, BookColumn } from '../../base/xlsx-book.ts';
import type { Release } from '../../release/index.ts';
import type { DefinitionOf } from './definition.ts';
import { eachFigure, type LongTable } from './long-table.ts';

export function definitionColumns(lang: Lang): BookColumn[] {
  const column = (key: MessageKey, width: number): BookColumn => ({
    header: message(lang, key),
    width,
    style: 'wrap',
  });
  const named = (key: MessageKey): BookColumn[] => {
    const what = message(lang, key);
    const header = message(lang, 'reports.workbook.column.name', { what });
    const code = key === 'reports.workbook.column.metric' ? 'metric' : 'statistic';
    return [
      { header: code, width: 18, style: 'wrap' },
      { header, width: 24, style: 'wrap' },
    ];
  };
  return [
    ...named('reports.workbook.column.metric'),
    ...named('reports.workbook.column.statistic'),
    column('reports.workbook.column.definition', 48),
    column('reports.workbook.column.formula', 48),
    column('reports.workbook.column.unit', 16),
    column('reports.workbook.column.population', 20),
    column('reports.workbook.column.clock', 28),
    { ...column('reports.workbook.column.minimum-n', 10), style: 'whole' },
    column('reports.workbook.column.direction', 16),
    column('reports.workbook.column.additive', 18),
    column('reports.workbook.column.caveats', 56),
    column('reports.workbook.column.source', 56),
  ];
}

/** One row a metric and statistic that the release has figures of. */
export function* definitionRows(
  table: LongTable,
  release: Release,
  lang: Lang,
  definitionOf: DefinitionOf,
): Generator<BookCell[]> {
  const seen = new Set<string>();
  for (const { metric, statistic } of eachFigure(table, release)) {
    const name = `${metric}.${statistic}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const names = [
      metric,
      release.label('metric', metric, lang),
      statistic,
      release.label('statistic', statistic, lang),
    ];
    const definition = definitionOf(metric, statistic);
    if (!definition) {
      yield [...names, message(lang, 'reports.workbook.unknown-definition')];
      continue;
    }
    yield [
      ...names,
      definition.meaning,
      definition.formula,
      message(lang, `reports.workbook.unit.${definition.unit}`),
      message(lang, `reports.workbook.population.${definition.population}`),
      definition.clock,
      definition.minimum_n,
      message(lang, `reports.workbook.direction.${definition.direction}`),
      message(lang, `reports.workbook.additive.${definition.additive}`),
      definition.caveats.join(' '),
      definition.source,
    ];
  }
}
