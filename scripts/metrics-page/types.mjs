const list = (names) => `[\n${names.map((name) => `  '${name}',\n`).join('')}] as const`;

/** The names of the catalogue as TypeScript, in the form that Biome gives it. */
export function metricsTypes({ metrics, dimensions, clocks, fields }) {
  const implied = dimensions.filter(({ query }) => !query).map(({ name }) => `'${name}'`);
  const statistics = metrics.map(({ name, config }) => {
    const names = config.meta.statistics.map((statistic) => `'${statistic}'`);
    const line = `  ${name}: [${names.join(', ')}],\n`;
    if (line.length <= 101) return line;
    return `  ${name}: [\n${names.map((statistic) => `    ${statistic},\n`).join('')}  ],\n`;
  });
  return `// Written by \`npm run generate\` from models/metrics/*.yml; edit those.

/**
 * Every dimension a figure may have, in alphabetical order. \`gender\` is an alias of \`sex\` wherever a
 * person types it. \`day\` is the working day of a curve, \`field\` the field of an \`unknown\` share.
 */
export const dimensionNames = ${list(dimensions.map(({ name }) => name))};
export type DimensionName = (typeof dimensionNames)[number];

/** Dimensions that a query can be grouped by; the others come of the metric. */
export type QueryDimension = Exclude<DimensionName, ${implied.join(' | ')}>;

/** The clocks; days are working days from the start to its first event or competing end. */
export const clocks = ${list(clocks.map(({ name }) => name))};
export type Clock = (typeof clocks)[number];

/** Fields whose \`unknown\` share is counted; \`events\`: the report has no event log. */
export const unknownFields = ${list(fields.map(({ name }) => name))};
export type UnknownField = (typeof unknownFields)[number];

/** Every metric and its statistics, in the order in which rows come back. */
export const metricStatistics = {
${statistics.join('')}} as const;
export type MetricName = keyof typeof metricStatistics;

/** The statistics of a metric: \`StatisticOf<'received'>\` is \`'count' | 'per_100k'\`. */
export type StatisticOf<Metric extends MetricName> = (typeof metricStatistics)[Metric][number];

/** \`resolve\` (all its statistics but the curve) or \`resolve.median\`. */
export type MetricRef = {
  [Metric in MetricName]: Metric | \`\${Metric}.\${StatisticOf<Metric>}\`;
}[MetricName];
`;
}
