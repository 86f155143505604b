import type { IsoDate, Lang } from '../base/index.ts';
import type { Direction } from '../metrics/index.ts';
import type { CompareMode, Comparison, Dims, MetricRow } from '../metrics/types.ts';
import type { Basis } from './basis.ts';
import type { Break } from './breaks/find-breaks.ts';
import type { OverlapRow } from './breaks/overlap.ts';
import type { RevisedRelease } from './revisions/revise.ts';
import type { Revision } from './revisions/revision-file.ts';

/** The tables of an internal release, one Parquet file each. */
export const tableNames = [
  /** Totals of the release's own quarter: every metric, every statistic. */
  'headline',
  /** The same for the last 8 quarters (dimension `quarter`), the own one included. */
  'series',
  /** `received` of the last 24 months (dimension `month`, no quarter). */
  'volume_by_month',
  /** Parts of received_valid and the counts beside them, own quarter: count and share. */
  'status',
  /** `verify`, `respond_agency`, `respond_citizen`, `resolve`: statistic `incidence` by `day`. */
  'curve',
  /** Own quarter and the quarter before, by one dimension. */
  'by_sex',
  'by_age_band',
  'by_disability',
  'by_province',
  'by_regency',
  'by_category',
  'by_classification',
  'by_channel',
  'by_anonymity',
  'by_agency_type',
  'by_agency',
  /** Two dimensions, own quarter and the quarter before. */
  'category_by_province',
  'category_by_agency_type',
  'category_by_sex',
  /** `unresolved_reason`: own quarter; the last 8 quarters; by a second dimension. */
  'reason',
  'reason_by_quarter',
  'reason_by_category',
  'reason_by_agency_type',
  /** Of reviews of coordinating ministries alone. */
  'reason_by_agency',
  /** `unknown` share by `field` (field `events`: reports without an event log), last 8 quarters. */
  'coverage',
  /** `unknown` share of sex, age_band and disability by province, own quarter and the one before. */
  'coverage_by_province',
  /** `rating` by agency type, last 8 quarters. */
  'rating_by_agency_type',
  /** What the report's declared comparisons compare, and what with. */
  'compared',
] as const;
export type TableName = (typeof tableNames)[number];

/**
 * A sealed figure: `2026Q3/v1/metric.statistic?dim=code&...`. Dims hold `quarter` always (the id
 * leaves it out where it is the release's own), months excepted. The same figure may stand in two
 * tables; it then is the same in both. Values are rounded once, to 6 decimals; days are whole.
 */
export interface Figure extends MetricRow {
  id: string;
  /**
   * Working days from the end of its quarter to its as-of day (the manifest's `ages`): figures of
   * states are comparable where it is the same. Null for a month, a quarter that was not over, and
   * releases sealed before ages were.
   */
  age_working_days: number | null;
}

/** A figure as its file holds it. */
export type StoredFigure = Omit<Figure, 'age_working_days'>;

/**
 * A comparison of the report's declared family, as comparison.parquet holds it. Its id is that of the
 * figure with `compare=previous` (`year`, `others`) as the last part.
 */
export interface StoredComparison
  extends Omit<Comparison, 'with' | 'base' | 'adjusted' | 'funnel'> {
  id: string;
  figure_id: string;
  /** Null where the base is no group of its own (a province against all others). */
  base_id: string | null;
  compare: CompareMode;
  base_value: number | null;
  base_low: number | null;
  base_high: number | null;
  base_n: number;
  base_as_of: IsoDate;
  /** False where it was clear and went the same way a quarter before. */
  novel: boolean | null;
}

/** A sealed comparison with the figures that it names. */
export interface SealedComparison extends StoredComparison {
  figure: Figure;
  base: Figure | undefined;
  /**
   * Its difference goes the worse way, as the manifest's `directions` have it. Null where neither way is
   * worse, nothing differs, or the release was sealed before there were directions.
   */
  worse: boolean | null;
}

/** One row of label.parquet: how a code is written and sorted, and where its tile stands. */
export interface Label {
  dimension: string;
  code: string;
  label_id: string;
  label_en: string;
  /** For tile maps and narrow columns; null where the label is short enough. */
  short_label: string | null;
  sort: number;
  /** Province of a regency, agency type of an agency, sector of a category. */
  parent: string | null;
  tile_column: number | null;
  tile_row: number | null;
  /** Population of a region (with the vintage in the manifest); `sensitive` of a category. */
  extra: string | null;
}

export interface ManifestSource {
  source: string;
  kind: string;
  batches: number;
  rows_read: number;
  rows_landed: number;
  rows_rejected: number;
  rows_duplicate: number;
  known_from: IsoDate | null;
  known_to: IsoDate | null;
  synthetic: boolean;
}

export interface ManifestField {
  field: string;
  /** Some source has a column for it. */
  available: boolean;
  n_known: number;
  n_total: number;
}

export interface ManifestBatch {
  source: string;
  kind: string;
  batch: string;
  known_at: IsoDate;
}

export interface ManifestAge {
  quarter: string;
  as_of: IsoDate;
  /** From the end of the quarter to the as-of day; null where it was not over. */
  working_days: number | null;
}

/** A figure before and after; the key is the part of its id that every version shares. */
export interface RevisedFigure {
  key: string;
  before: number | null;
  now: number | null;
}

export interface ManifestFile {
  /** Relative to the folder of the manifest. */
  name: string;
  rows: number;
  bytes: number;
  sha256: string;
}

export interface Manifest {
  format: 1;
  period: string;
  version: number;
  /** `ksp`, or the code of a coordinating ministry: `kemenko_pmk`. */
  recipient: string;
  /** What every figure is of: a review's own coordinator. Absent where it is of everything. */
  scope?: { coordinator?: string };
  /** The agencies that a coordinating ministry coordinates on the quarter's last day. */
  coordinates?: string[];
  /** In the manifest of `ksp`: the other recipients of the version, and the hash of their figures. */
  others?: { recipient: string; figures_sha256: string }[];
  first: IsoDate;
  last: IsoDate;
  /** The day that status, clocks and horizons are cut at. */
  as_of: IsoDate;
  as_of_working_days: number;
  /** Every pair of a quarter and an as-of day in the tables. */
  ages: ManifestAge[];
  /** The day the sources cover (the smallest known_to over complaint and event sources). */
  covered_to: IsoDate | null;
  /** The sources end before the period's as-of day, so that as_of is the day they cover. */
  coverage_short: boolean;
  provisional: boolean;
  /** Months (`2026-07`) whose reports have not all landed: compared with nothing. Absent where all have. */
  thin_months?: string[];
  /** Share of the quarter's reports that have an event log, 0 to 1; null without any report. */
  event_coverage: number | null;
  sources: ManifestSource[];
  fields: ManifestField[];
  /** Raw names that no seed resolves, and the reports that carry them, over all periods. */
  unresolved: { dimension: string; names: number; n: number }[];
  synthetic: boolean;
  /** More than one where sources differ. */
  calendars: string[];
  region_schemes: string[];
  population_vintage: string | null;
  batches: ManifestBatch[];
  /** Hash of everything that went into the warehouse's build. */
  warehouse: string;
  /** Hash of everything that the figures were computed from; absent in releases of older versions. */
  inputs_sha256?: string;
  software: { name: 'bukti'; version: string };
  /** Rules that changed, in the quarters that its series reach back to. */
  breaks?: Break[];
  /** When the public may have the quarter, as the calendar had it: `2026-10-28T09:00:00+07:00`. */
  embargo_until?: string;
  /** Definitions, limits, mappings, calendar: what figures rest on beside records. Absent in older ones. */
  basis?: Basis;
  /** Why this version replaces the one before, as its maker states it; null for the first. */
  reason: Record<Lang, string> | null;
  supersedes: {
    version: number;
    /** What differs, in a sentence that the program makes; absent of older releases. */
    because?: Record<Lang, string>;
    figures_sha256: string;
    figures_changed: number;
    /** Figures of `headline` whose value differs; absent of older releases. */
    revised?: RevisedFigure[];
  } | null;
  /** What it says otherwise than releases before it, figure by figure in revision.parquet. */
  revisions?: RevisedRelease[];
  files: ManifestFile[];
  figures: number;
  /** The declared family of comparisons; absent of releases sealed before there were any. */
  family?: { name: string; label: Record<Lang, string>; tests: number; clear: number };
  /** Which way is better, by `metric.statistic` of what is compared; those that are neutral left out. */
  directions?: Record<string, Exclude<Direction, 'neutral'>>;
  /** SHA-256 of all figures (version left out of the ids), in order of id. */
  figures_sha256: string;
}

export interface FigureQuery {
  metric: string;
  statistic: string;
  /** Exactly these; `quarter` is the release's own where neither it nor `month` is given. */
  dims?: Dims;
}

/** A sealed release, its hashes checked. Everything a document says comes from here. */
export interface Release {
  period: string;
  version: number;
  manifest: Manifest;
  /** What every figure is of; `find` adds it to what it is asked for. */
  scope: Dims;
  /** SHA-256 of manifest.json: what a document names as its source. */
  sha256: string;
  /** @throws BuktiError `release.no-figure` */
  figure(id: string): Figure;
  findById(id: string): Figure | undefined;
  find(table: TableName, query: FigureQuery): Figure | undefined;
  /** In order of id; a part of the table where `where` is given. */
  rows(table: TableName, where?: Partial<FigureQuery>): Figure[];
  /** The declared comparisons, in order of id. */
  comparisons: readonly SealedComparison[];
  /** What it says otherwise than releases before it; absent where nothing was sealed before. */
  revisions?: readonly Revision[];
  /** The quarter of the release before, under both rules of each new break. */
  overlap?: readonly OverlapRow[];
  /** The declared comparison of a figure with the quarter before. */
  compared(figure: Figure): SealedComparison | undefined;
  /** The label of a code; the code itself where none is known. */
  label(dimension: string, code: string, lang: Lang): string;
  /** All labels of a dimension, in their own order. */
  labels(dimension: string): Label[];
}
