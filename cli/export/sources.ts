import {
  BuktiError,
  exitStatus,
  formatPeriod,
  type Lang,
  languages,
  message,
  packageVersion,
  parsePeriod,
  type Workspace,
} from '../../base/index.ts';
import { suggestion } from '../../base/nearest.ts';
import { figureDefinitions, metricsCatalogue } from '../../metrics/index.ts';
import {
  type Dataset,
  dimensionsOf,
  type FigureRow,
  figureDataset,
  type Naming,
  type Words,
} from '../../release/datasets/index.ts';
import {
  breaksOf,
  type Figure,
  openRelease,
  type Release,
  sealedCatalogue,
  sealedPeriods,
  type TableName,
  tableNames,
} from '../../release/index.ts';
import { savedQueries } from '../queries/read.ts';
import type { ExportOptions } from './options.ts';

/** What is exported, and the words for the log. */
export interface Source {
  what: string;
  recipient: string | null;
  datasets: Dataset[];
}

export const inBoth = (make: (lang: Lang) => string): Words =>
  Object.fromEntries(languages.map((lang) => [lang, make(lang)])) as Words;

/** What every dataset of figures has in common. */
export function commons(workspace: Workspace, catalogue = metricsCatalogue(workspace)) {
  return {
    edition: 'internal' as const,
    publisher: message('id', 'export.publisher'),
    software: `bukti ${packageVersion()}`,
    definitions: {
      id: figureDefinitions(catalogue, 'id'),
      en: figureDefinitions(catalogue, 'en'),
    },
  };
}

/** `2026Q3/v8/resolve.median?sex=f` */
const isFigureId = (text: string) => /^\d{4}Q[1-4]\/v\d+\/\w+\.\w+/.test(text);

/**
 * Tables of a sealed release, and figures by their ids, which go into one dataset.
 * @throws BuktiError `export.*`, `release.*`
 */
export async function releaseSource(
  workspace: Workspace,
  names: readonly string[],
  options: ExportOptions,
): Promise<Source> {
  checkNames(workspace, names);
  const ids = names.filter(isFigureId);
  const asked = options.release ?? options.period ?? ids[0]?.split('/').slice(0, 2).join('/');
  const { period, version } = releaseOf(workspace, asked);
  const recipient = options.recipient ?? 'ksp';
  const release = await openRelease(workspace, period, version, recipient);
  const tables = names.includes('all')
    ? tableNames.filter((name) => release.rows(name).length > 0)
    : names.filter((name) => !isFigureId(name)).map((name) => tableOf(release, name));
  const marked = (figures: readonly Figure[]): FigureRow[] =>
    figures.map((figure) => {
      const series_break = breaksOf(release.manifest, figure).length > 0;
      return series_break ? { ...figure, series_break } : figure;
    });
  const datasets = tables.map((name) =>
    ofTable(workspace, release, name, marked(release.rows(name))),
  );
  if (ids.length > 0) {
    const figures = marked(ids.map((id) => release.figure(id)));
    datasets.push(ofTable(workspace, release, 'figures', figures));
  }
  return { what: names.join(' '), recipient, datasets };
}

/** `2026Q3/v1`, or a quarter alone; the newest sealed one where nothing is said. */
export function releaseOf(workspace: Workspace, text: string | undefined) {
  if (text === undefined) {
    const newest = sealedPeriods(workspace).at(-1);
    if (newest === undefined) throw new BuktiError('export.no-release', {}, exitStatus.input);
    return { period: newest };
  }
  const [, quarter = '', number] = /^(\d{4}Q[1-4])(?:\/v(\d+))?$/i.exec(text.trim()) ?? [];
  const period = parsePeriod(quarter);
  if (period?.kind !== 'quarter') {
    throw new BuktiError('export.bad-period', { text }, exitStatus.usage);
  }
  return { period: period.id, ...(number === undefined ? {} : { version: Number(number) }) };
}

/** Before a release is opened, since that takes a while. */
function checkNames(workspace: Workspace, names: readonly string[]): void {
  const tables: readonly string[] = tableNames;
  const unknown = names.find(
    (name) => name !== 'all' && !isFigureId(name) && !tables.includes(name),
  );
  if (unknown === undefined) return;
  const queries = savedQueries(workspace).map(({ query }) => query.name);
  const near = ` (${suggestion(unknown, [...tables, ...queries])})`;
  throw new BuktiError('export.unknown-what', { name: unknown, near }, exitStatus.usage);
}

function tableOf(release: Release, name: string): TableName {
  const filled = tableNames.filter((one) => release.rows(one).length > 0);
  const table = filled.find((one) => one === name);
  if (table) return table;
  const { period, version, manifest } = release;
  throw new BuktiError('export.empty-table', {
    name,
    release: `${period}/v${version}`,
    recipient: manifest.recipient,
    known: filled.join(', '),
  });
}

function ofTable(
  workspace: Workspace,
  release: Release,
  name: string,
  figures: readonly FigureRow[],
): Dataset {
  const { period, version, manifest, sha256 } = release;
  const of = `${period}/v${version}`;
  const { catalogue, frozen } = sealedCatalogue(workspace, period, version);
  const naming: Naming = {
    label: (dimension, code, lang) => release.label(dimension, code, lang),
    codes: (dimension) => release.labels(dimension),
  };
  return figureDataset(figures, {
    ...commons(workspace, catalogue),
    ...(frozen ? {} : { caveats: [inBoth((lang) => message(lang, 'export.caveat.definitions'))] }),
    name,
    title: titleOf(figures, naming, period, name),
    description: inBoth((lang) =>
      message(lang, 'export.description.release', { name, release: of }),
    ),
    synthetic: manifest.synthetic,
    release: of,
    releaseSha256: sha256,
    asOf: manifest.as_of,
    naming,
  });
}

/** With the dimensions that the figures have, the release's own period in words. */
export function titleOf(
  figures: readonly FigureRow[],
  naming: Naming,
  period: string,
  name: string,
): Words {
  const dimensions = dimensionsOf(figures).filter((one) => !['quarter', 'year'].includes(one));
  return inBoth((lang) => {
    const labels = dimensions.map((one) => naming.label('dimension', one, lang));
    const key = labels.length > 0 ? 'export.title.by' : 'export.title.total';
    const when = period.split(',').map((id) => (parsePeriod(id) ? formatPeriod(id, lang) : id));
    return message(lang, key, { period: when.join(', '), name, dimensions: labels.join(' × ') });
  });
}
