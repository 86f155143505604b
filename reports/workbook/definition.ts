import type { Figure } from '../../release/index.ts';

/** What a figure means, in one language; the catalogue of metrics gives them. */
export interface FigureDefinition {
  metric: string;
  statistic: string;
  meaning: string;
  formula: string;
  unit: Figure['unit'];
  population: 'reports' | 'forwardings' | 'resolutions' | 'pending' | 'bodies';
  clock: string | null;
  minimum_n: number | null;
  direction: 'up_is_better' | 'down_is_better' | 'neutral';
  /** Whether rows may be summed: over groups and periods, over groups alone, or never. */
  additive: 'yes' | 'within_period' | 'no';
  caveats: readonly string[];
  source: string;
}

/** A figure's definition by its metric and statistic. */
export type DefinitionOf = (metric: string, statistic: string) => FigureDefinition | undefined;

export function definitionIndex(definitions: readonly FigureDefinition[]): DefinitionOf {
  const byName = new Map(definitions.map((one) => [`${one.metric}.${one.statistic}`, one]));
  return (metric, statistic) => byName.get(`${metric}.${statistic}`);
}
