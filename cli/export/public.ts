import path from 'node:path';
import {
  BuktiError,
  exitStatus,
  type Lang,
  languages,
  message,
  type Workspace,
} from '../../base/index.ts';
import { publicDataset, type Words } from '../../release/datasets/index.ts';
import {
  openPublic,
  publicRoot,
  publicVersions,
  publishCatalogue,
  sealedCatalogue,
  sealedPeriods,
} from '../../release/index.ts';
import type { ExportOptions } from './options.ts';
import { commons, releaseOf, type Source } from './sources.ts';

/**
 * The public edition: tables of a sealed public version, from the public root and nowhere else, and not
 * before its embargo ends. What dimensions and metrics are called comes from the catalogues.
 * @throws BuktiError `export.publication-missing`, `export.public-embargo`, `export.public-table`,
 *   `export.public-only-tables`
 */
export function publicSource(
  workspace: Workspace,
  names: readonly string[],
  options: ExportOptions,
): Source {
  refuseOthers(options);
  const { period, version } = chosen(workspace, options.release ?? options.period);
  const opened = openPublic(workspace, period, version);
  const release = `${period}/v${version}`;
  const tables = opened.structures.flatMap((one) => one.tables.map(({ name }) => name));
  const known = tables.join(', ');
  if (names.length === 0) throw new BuktiError('export.needs-what', { known }, exitStatus.usage);
  const unknown = names.find((name) => name !== 'all' && !tables.includes(name));
  if (unknown !== undefined) {
    const params = { name: unknown, release, known };
    throw new BuktiError('export.public-table', params, exitStatus.usage);
  }
  const { catalogue } = sealedCatalogue(workspace, period, version);
  const { publisher, software, definitions } = commons(workspace, catalogue);
  const outcome = { name: 'outcome', label: inBoth('export.public.outcome') };
  const named: Record<string, readonly { name: string; label: Words }[]> = {
    dimension: [...publishCatalogue(workspace).dimensions, outcome],
    metric: catalogue.metrics,
    statistic: catalogue.statistics,
  };
  const all = names.includes('all') ? tables : [...new Set(names)];
  return {
    what: `${release} ${names.join(' ')}`,
    recipient: null,
    datasets: all.map((table) =>
      publicDataset(opened, table, {
        ...{ publisher, software, definitions },
        names: (kind, code) => named[kind]?.find(({ name }) => name === code)?.label,
      }),
    ),
  };
}

/** What asks for anything but public tables. */
function refuseOthers(options: ExportOptions): void {
  const others = {
    '--recipient': options.recipient,
    '--metrics': options.metrics,
    '--by': options.by,
    '--where': options.where,
    '--as-of': options.asOf,
    '--known': options.known,
    '--rows': options.rows,
  };
  const [option] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  if (option === undefined) return;
  throw new BuktiError('export.public-only-tables', { option }, exitStatus.usage);
}

/** The version that is named, the newest of the quarter that is, or the newest of all. */
function chosen(workspace: Workspace, text: string | undefined) {
  const newest = sealedPeriods(workspace)
    .filter((period) => publicVersions(workspace, period).length > 0)
    .at(-1);
  const { period, version } = releaseOf(workspace, text ?? newest);
  const versions = publicVersions(workspace, period);
  const found = version === undefined ? versions.at(-1) : versions.find((one) => one === version);
  if (found !== undefined) return { period, version: found };
  const quarter = path.join(publicRoot(workspace), period);
  const place = version === undefined ? quarter : path.join(quarter, `v${version}`);
  throw new BuktiError('export.publication-missing', { place }, exitStatus.input);
}

function inBoth(key: 'export.public.outcome'): Words {
  return Object.fromEntries(languages.map((lang: Lang) => [lang, message(lang, key)])) as Words;
}
