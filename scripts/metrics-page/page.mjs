const row = (cells) =>
  `| ${cells.map((cell) => String(cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
const table = (header, rows) =>
  [row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n');
const code = (text) => `\`${text}\``;
const directions = {
  up_is_better: 'up is better',
  down_is_better: 'down is better',
  neutral: 'neutral',
};
const additive = { yes: 'yes', within_period: 'over groups, not over periods', no: 'no' };
const populations = {
  reports: 'reports submitted in the period',
  forwardings: 'forwardings of the period',
  resolutions: 'first resolutions of the period',
  pending: "reports pending on the period's last day",
  bodies: 'bodies in office in the period',
};

/** docs/metrics.md: the template with `{{...}}` filled in from the catalogue. */
export function metricsPage(catalogue, template) {
  const told = new Map();
  const blocks = {
    glance: () => glance(catalogue),
    metrics: (anchor) => metricsOf(catalogue, anchor, told),
    clocks: () => clocks(catalogue),
    dimensions: () => dimensions(catalogue),
    statistics: () => statistics(catalogue),
    methods: () => methods(catalogue),
  };
  return template.replace(/\{\{(\w+)(?: ([\w-]+))?\}\}/g, (_, block, anchor) => {
    return blocks[block](anchor);
  });
}

const anchorOf = ({ config }) => config.meta.source.split('#')[1];

function glance({ metrics }) {
  return table(
    ['metric', 'what it is', 'population', 'direction', 'statistics'],
    metrics.map((metric) => {
      const { meta } = metric.config;
      const names = meta.statistics.map(code);
      const some = names.length > 6 ? [...names.slice(0, 5), '...'] : names;
      return [
        `[${code(metric.name)}](#${anchorOf(metric)})`,
        metric.label.en,
        populations[meta.population],
        directions[meta.direction],
        some.join(', '),
      ];
    }),
  );
}

function metricsOf({ metrics, statistics }, anchor, told) {
  const own = metrics.filter((metric) => anchorOf(metric) === anchor);
  return own.map((metric) => metricBlock(metric, statistics, told)).join('\n\n');
}

/** @param told the metric whose table was the first of its kind, by what the table says */
function metricBlock({ name, label, description, filter, config: { meta } }, statistics, told) {
  const rows = meta.statistics.map((statistic) => {
    const general = statistics.find((one) => one.name === statistic);
    const pick = (values) => values[statistic] ?? values[statistic.replace(/_\d+$/, '')];
    const methods = pick(meta.methods) ?? general.methods;
    return [
      code(`.${statistic}`),
      (pick(meta.formula) ?? general.formula).en,
      pick(meta.minimum_n) ?? general.minimum_n ?? '',
      additive[pick(meta.additive) ?? general.additive],
      methods.map((method) => `[${method}](#${method})`).join(', '),
    ];
  });
  const lines = [
    `**${code(name)}** (${label.en}). ${description.en}`,
    ...(filter === undefined ? [] : [`Only where ${code(filter)}.`]),
    ...meta.caveats.map((caveat) => `*${caveat.en}*`),
  ];
  const key = JSON.stringify(rows);
  const same = told.get(key);
  if (same !== undefined) return [...lines, `Figures as of ${code(same)}.`].join(' ');
  if (rows.length > 2) told.set(key, name);
  const header = ['figure', 'formula', 'least n', 'may be summed', 'method'];
  const named = rows.map(([figure, ...cells]) => [figure.replace('`.', `\`${name}.`), ...cells]);
  return `${lines.join(' ')}\n\n${table(header, named)}`;
}

function clocks({ clocks: list }) {
  return table(
    ['clock', 'starts', 'waits for', 'competing ends', 'limit'],
    list.map(({ name, starts, waits_for, competing, limit }) => [
      ...[code(name), starts.en, waits_for.en, competing.join(', '), limit?.en ?? 'none'],
    ]),
  );
}

function dimensions({ dimensions: list }) {
  return table(
    ['dimension', 'label', 'what it is'],
    list.map(({ name, label, description, alias, query }) => [
      code(name) + (alias === undefined ? '' : ` (also ${code(alias)})`),
      label.en,
      description.en + (query ? '' : ' It comes of the metric and cannot be asked for.'),
    ]),
  );
}

function statistics({ statistics: list }) {
  return table(
    ['statistic', 'label', 'unit', 'formula', 'least n', 'may be summed'],
    list.map((one) => [
      code(one.name),
      one.label.en,
      one.unit === 'cases' ? 'what the metric counts' : one.unit,
      one.formula.en,
      one.minimum_n ?? '',
      additive[one.additive],
    ]),
  );
}

function methods({ methods: list }) {
  return table(
    ['method', 'what for', 'source', 'code'],
    list.map(({ name, label, citation, file }) => {
      const place = file.startsWith('../') ? file.slice(3) : `estimators/${file}`;
      return [`<a id="${name}"></a>${code(name)}`, label.en, citation, code(`metrics/${place}`)];
    }),
  );
}
