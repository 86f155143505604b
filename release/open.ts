import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, type Lang, type Workspace } from '../base/index.ts';
import type { Dims } from '../metrics/index.ts';
import { withSession } from '../warehouse/index.ts';
import type { OverlapRow } from './breaks/overlap.ts';
import { overlapFile, readOverlap } from './breaks/overlap-file.ts';
import { comparisonFile, readComparisons } from './comparison-file.ts';
import { readFigures } from './figure-file.ts';
import { comparisonKey, figureId, figureKey } from './figure-id.ts';
import { sha256OfFile } from './hashes.ts';
import { readLabels } from './labels.ts';
import {
  internalFolder,
  labelFile,
  manifestFile,
  periodFolder,
  sealedRecipients,
  sealedVersions,
} from './places.ts';
import { type Revision, readRevisions, revisionFile } from './revisions/revision-file.ts';
import {
  type Figure,
  type FigureQuery,
  type Label,
  type Manifest,
  type Release,
  type SealedComparison,
  type StoredComparison,
  type StoredFigure,
  type TableName,
  tableNames,
} from './types.ts';

/**
 * Opens a sealed release, the newest version unless one is named, and checks every byte of it
 * against its manifest.
 * @param recipient `ksp`, or the code of a coordinating ministry
 * @throws BuktiError `release.none`, `release.no-version`, `release.no-recipient`, `release.damaged`
 */
export async function openRelease(
  workspace: Workspace,
  period: string,
  version?: number,
  recipient = 'ksp',
): Promise<Release> {
  const versions = sealedVersions(workspace, period);
  const wanted = version ?? versions.at(-1);
  if (wanted === undefined) {
    throw new BuktiError('release.none', { period, place: periodFolder(workspace, period) });
  }
  if (!versions.includes(wanted)) {
    const known = versions.map((one) => `v${one}`).join(', ') || '-';
    throw new BuktiError('release.no-version', { period, version: `v${wanted}`, known });
  }
  const folder = internalFolder(workspace, period, wanted, recipient);
  if (!existsSync(folder)) {
    const known = sealedRecipients(workspace, period, wanted).join(', ');
    throw new BuktiError('release.no-recipient', {
      period,
      version: `v${wanted}`,
      recipient,
      known,
    });
  }
  const manifest = readManifest(folder);
  for (const { name, sha256 } of manifest.files) {
    const file = path.join(folder, name);
    if (!existsSync(file) || sha256OfFile(file) !== sha256) {
      throw new BuktiError('release.damaged', { file });
    }
  }
  const has = (file: string) => manifest.files.some(({ name }) => name === file);
  const tables = new Map<TableName, Figure[]>();
  const at = (file: string) => path.join(folder, file);
  const content = await withSession({}, async (session): Promise<SealedContent> => {
    for (const name of tableNames) {
      if (!has(`${name}.parquet`)) continue;
      const figures = await readFigures(session, at(`${name}.parquet`));
      tables.set(name, inReadingOrder(figures.map(withAge(manifest))));
    }
    return {
      tables,
      labels: await readLabels(session, at(labelFile)),
      comparisons: has(comparisonFile) ? await readComparisons(session, at(comparisonFile)) : [],
      revisions: has(revisionFile) ? await readRevisions(session, at(revisionFile)) : [],
      overlap: has(overlapFile) ? await readOverlap(session, at(overlapFile)) : [],
    };
  });
  return new SealedRelease(manifest, sha256OfFile(at(manifestFile)), content);
}

/** @throws BuktiError `release.damaged` where it cannot be read */
export function readManifest(folder: string): Manifest {
  const file = path.join(folder, manifestFile);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch {
    throw new BuktiError('release.damaged', { file });
  }
}

interface SealedContent {
  tables: ReadonlyMap<TableName, Figure[]>;
  labels: readonly Label[];
  comparisons: readonly StoredComparison[];
  revisions: readonly Revision[];
  overlap: readonly OverlapRow[];
}

class SealedRelease implements Release {
  readonly period: string;
  readonly version: number;
  readonly manifest: Manifest;
  readonly scope: Dims;
  readonly sha256: string;
  private readonly tables: ReadonlyMap<TableName, Figure[]>;
  private readonly byId: Map<string, Figure>;
  private readonly byTable: Map<TableName, Map<string, Figure>>;
  private readonly labelsByCode: Map<string, Label>;
  private readonly labelList: readonly Label[];
  readonly comparisons: readonly SealedComparison[];
  private readonly comparisonsById: ReadonlyMap<string, SealedComparison>;
  readonly revisions: readonly Revision[];
  readonly overlap: readonly OverlapRow[];

  constructor(manifest: Manifest, sha256: string, content: SealedContent) {
    const { tables, labels, comparisons, revisions, overlap } = content;
    this.period = manifest.period;
    this.version = manifest.version;
    this.manifest = manifest;
    this.scope = { ...manifest.scope };
    this.sha256 = sha256;
    this.tables = tables;
    this.labelList = labels;
    this.labelsByCode = new Map(
      labels.map((label) => [`${label.dimension}\n${label.code}`, label]),
    );
    this.byId = new Map();
    this.byTable = new Map();
    for (const [name, figures] of tables) {
      const ids = new Map(figures.map((figure) => [figure.id, figure]));
      this.byTable.set(name, ids);
      for (const [id, figure] of ids) this.byId.set(id, figure);
    }
    this.comparisons = comparisons.map((one) => ({
      ...one,
      figure: this.figure(one.figure_id),
      base: one.base_id === null ? undefined : this.figure(one.base_id),
      worse: this.isWorse(one),
    }));
    this.comparisonsById = new Map(this.comparisons.map((one) => [one.id, one]));
    this.revisions = revisions;
    this.overlap = overlap;
  }

  /** Of counts by their ratio, of all else by their difference. */
  private isWorse({ figure_id, ratio, difference }: StoredComparison): boolean | null {
    const { metric, statistic } = this.figure(figure_id);
    const better = this.manifest.directions?.[`${metric}.${statistic}`];
    const moved = ratio === null ? (difference ?? 0) : ratio - 1;
    if (better === undefined || moved === 0) return null;
    return moved > 0 === (better === 'down_is_better');
  }

  compared({ id }: Figure): SealedComparison | undefined {
    return this.comparisonsById.get(comparisonKey(id, 'previous'));
  }

  figure(id: string): Figure {
    const figure = this.byId.get(id);
    if (!figure) {
      const { period, version } = this;
      throw new BuktiError('release.no-figure', { id, period, version: `v${version}` });
    }
    return figure;
  }

  findById(id: string): Figure | undefined {
    return this.byId.get(id);
  }

  find(table: TableName, { metric, statistic, dims = {} }: FigureQuery): Figure | undefined {
    const timed = dims.quarter !== undefined || dims.month !== undefined;
    const own = timed ? dims : { ...dims, quarter: this.period };
    const all = { ...this.scope, ...own };
    const key = figureKey(this.period, metric, statistic, all);
    return this.byTable.get(table)?.get(figureId(this.period, this.version, key));
  }

  rows(table: TableName, where: Partial<FigureQuery> = {}): Figure[] {
    const { metric, statistic } = where;
    const dims = Object.entries(where.dims ?? {});
    return (this.tables.get(table) ?? []).filter(
      (figure) =>
        (metric === undefined || figure.metric === metric) &&
        (statistic === undefined || figure.statistic === statistic) &&
        dims.every(([name, code]) => figure.dims[name as keyof typeof figure.dims] === code),
    );
  }

  label(dimension: string, code: string, lang: Lang): string {
    const label = this.labelsByCode.get(`${dimension}\n${code}`);
    return label?.[lang === 'id' ? 'label_id' : 'label_en'] ?? code;
  }

  labels(dimension: string): Label[] {
    return this.labelList.filter((label) => label.dimension === dimension);
  }
}

function withAge({ ages = [] }: Partial<Manifest>): (figure: StoredFigure) => Figure {
  const known = new Map(ages.map((age) => [`${age.quarter} ${age.as_of}`, age.working_days]));
  return (figure) => ({
    ...figure,
    age_working_days: known.get(`${figure.dims.quarter} ${figure.as_of}`) ?? null,
  });
}

/** In order of id, but days as numbers: `day=10` comes after `day=9`. */
function inReadingOrder(figures: Figure[]): Figure[] {
  if (!figures.some((figure) => figure.dims.day !== undefined)) return figures;
  const place = (figure: Figure) => [
    figureKey('', figure.metric, figure.statistic, { ...figure.dims, day: '' }),
    Number(figure.dims.day ?? 0),
  ];
  return figures
    .map((figure) => ({ figure, place: place(figure) as [string, number] }))
    .sort((a, b) => {
      const [textA, dayA] = a.place;
      const [textB, dayB] = b.place;
      return textA < textB ? -1 : textA > textB ? 1 : dayA - dayB;
    })
    .map(({ figure }) => figure);
}
