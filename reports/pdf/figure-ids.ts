/** `2026Q3/v1/received.count?province=35` in its parts. */
export interface FigureId {
  metric: string;
  statistic: string;
  dims: Map<string, string>;
}

export function parseId(id: string): FigureId {
  const [name = '', query = ''] = id.slice(id.lastIndexOf('/') + 1).split('?');
  const [metric = '', statistic = ''] = name.split('.');
  const pairs = query.split('&').filter(Boolean);
  return {
    metric,
    statistic,
    dims: new Map(
      pairs.map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)] as const;
      }),
    ),
  };
}

/** `received.count; {resolve, verify}.{incidence_14, median}`: metrics with the same statistics together. */
export function metricsWritten(ids: readonly FigureId[]): string {
  const statistics = new Map<string, Set<string>>();
  for (const { metric, statistic } of ids) {
    statistics.set(metric, (statistics.get(metric) ?? new Set()).add(statistic));
  }
  const metrics = new Map<string, string[]>();
  for (const [metric, own] of statistics) {
    const key = braces([...own].sort());
    metrics.set(key, [...(metrics.get(key) ?? []), metric]);
  }
  return [...metrics].map(([own, names]) => `${braces(names)}.${own}`).join('; ');
}

const braces = (names: readonly string[]) =>
  names.length === 1 ? (names[0] as string) : `{${names.join(', ')}}`;

/** These have an order, so that their first and last say all. */
const ordered = new Set(['day', 'month', 'quarter']);

/** `province=*, quarter=2026Q2`: one value as it is, a span of time by its ends, `*` for codes. */
export function dimsWritten(ids: readonly FigureId[]): string {
  const values = valuesOf(ids);
  return [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => {
      const sorted = sortedCodes(own);
      if (sorted.length === 1) return `${name}=${sorted[0]}`;
      if (ordered.has(name)) return `${name}=${sorted[0]}..${sorted.at(-1)}`;
      return `${name}=*`;
    })
    .join(', ');
}

/** Every code that stands in ids, by dimension, with its name: `35 = Jawa Timur; ...`. */
export function codesWritten(
  ids: readonly string[],
  nameOf: (dimension: string, code: string) => string,
): { dimension: string; text: string }[] {
  return [...valuesOf(ids.map(parseId))]
    .filter(([dimension]) => !ordered.has(dimension) && dimension !== 'compare')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, codes]) => ({
      dimension,
      text: sortedCodes(codes)
        .map((code) => {
          const name = code === 'unknown' ? code : nameOf(dimension, decodeURIComponent(code));
          return name === code ? code : `${code} = ${name}`;
        })
        .join('; '),
    }));
}

function valuesOf(ids: readonly FigureId[]): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  for (const { dims } of ids) {
    for (const [name, value] of dims) {
      values.set(name, (values.get(name) ?? new Set()).add(value));
    }
  }
  return values;
}

const sortedCodes = (codes: ReadonlySet<string>) =>
  [...codes].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
