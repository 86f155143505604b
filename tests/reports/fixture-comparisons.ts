import type { Figure, SealedComparison } from '../../release/index.ts';

type Said = Partial<SealedComparison>;

/** A tested comparison; what it says of size and certainty is given. */
export function comparison(figure: Figure, base: Figure | undefined, said: Said): SealedComparison {
  const compare = said.compare ?? 'previous';
  const byRatio = figure.unit === 'reports';
  const [a, b] = [figure.value ?? 0, base?.value ?? said.base_value ?? 0];
  return {
    id: `${figure.id}${figure.id.includes('?') ? '&' : '?'}compare=${compare}`,
    figure_id: figure.id,
    base_id: base?.id ?? null,
    figure,
    base,
    compare,
    withheld: null,
    base_value: b,
    base_low: base?.low ?? null,
    base_high: base?.high ?? null,
    base_n: base?.n ?? 100,
    base_as_of: base?.as_of ?? figure.as_of,
    difference: a - b,
    low: byRatio ? null : a - b - 0.03,
    high: byRatio ? null : a - b + 0.03,
    ratio: byRatio ? a / b : null,
    ratio_low: byRatio ? (a / b) * 0.9 : null,
    ratio_high: byRatio ? (a / b) * 1.1 : null,
    test: byRatio ? 'quasi_poisson' : 'score',
    design_effect: 1.2,
    df: 60,
    p: 0.3,
    q: 0.6,
    clear: false,
    fcr_low: null,
    fcr_high: null,
    family: 40,
    novel: compare === 'previous' ? true : null,
    worse: null,
    ...said,
  };
}

/**
 * What the brief of a hand-made release compares: two differences are clear, the largest of a province
 * and the largest of a category.
 */
export function comparisonsOf(
  figures: readonly Figure[],
  [period, before]: [string, string],
): SealedComparison[] {
  const clear = { clear: true, p: 0.0002, q: 0.012 };
  const pairs = (metric: string, statistic: string, dimension?: keyof Figure['dims']) =>
    figures.flatMap((figure) => {
      const { quarter, ...dims } = figure.dims;
      if (figure.metric !== metric || figure.statistic !== statistic || quarter !== period)
        return [];
      const names = Object.keys(dims);
      if (names.join() !== (dimension ?? '')) return [];
      const base = figures.find(
        (one) =>
          one.id === figure.id.replace(/$/, `${names.length > 0 ? '&' : '?'}quarter=${before}`),
      );
      return base && figure.value !== null && base.value !== null ? [{ figure, base }] : [];
    });
  const one = (list: ReturnType<typeof pairs>, said: Said) =>
    list.slice(0, 1).map(({ figure, base }) => comparison(figure, base, said));
  const change = ({ figure, base }: ReturnType<typeof pairs>[number]) =>
    Math.abs((figure.value ?? 0) / (base.value ?? 1) - 1);
  const largest = (list: ReturnType<typeof pairs>) =>
    [...list].sort((a, b) => change(b) - change(a));
  return [
    ...one(pairs('received', 'count'), {}),
    ...one(pairs('archived', 'share'), { withheld: 'age', clear: null, p: null, q: null }),
    ...one(pairs('resolved', 'share'), {}),
    ...one(largest(pairs('respond_citizen', 'within_limit', 'province')), {
      ...clear,
      fcr_low: -0.2,
      fcr_high: -0.03,
    }),
    ...one(largest(pairs('received', 'count', 'category')), {
      ...clear,
      fcr_low: 1.05,
      fcr_high: 1.6,
    }),
  ];
}
