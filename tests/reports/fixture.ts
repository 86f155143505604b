import { BuktiError, previousQuarter } from '../../base/index.ts';
import type { Figure, Label, Manifest, Release, TableName } from '../../release/index.ts';
import { clockRows, curveRows } from './fixture-clocks.ts';
import { comparisonsOf } from './fixture-comparisons.ts';
import { bySexAndAgency, crossings, type Into, reasons } from './fixture-crossings.ts';
import { add, count, type Maker, random, share } from './fixture-figures.ts';
import { labelsOf } from './fixture-labels.ts';
import { manifestOf } from './fixture-manifest.ts';
import { agencies, boroughs, categories, provinces, regencies } from './fixture-world.ts';

export type Kind = 'full' | 'bare' | 'foreign';
type Dims = Figure['dims'];

const period = '2026Q3';
const quarters = Array.from({ length: 8 }, (_, index) => previousQuarter(period, 7 - index));
const totals = [6120, 6480, 7040, 6910, 7380, 7760, 7420, 8216];

export interface Cohort {
  dims: Dims;
  n: number;
  /** Around 1: how well this group is served. */
  quality: number;
  quarterIndex: number;
}

const made = new Map<Kind, Release>();

/** A hand-made release of believable numbers; the three situations that a brief must serve. */
export function fixture(kind: Kind): Release {
  const release = made.get(kind) ?? make(kind);
  made.set(kind, release);
  return release;
}

function make(kind: Kind): Release {
  const next = random(kind === 'foreign' ? 311 : 1708);
  const maker: Maker = {
    period,
    asOf: kind === 'foreign' ? '2026-09-30' : '2026-10-21',
    age: kind === 'foreign' ? 0 : 15,
    figures: [],
  };
  const tables = new Map<TableName, Figure[]>();
  const into = (table: TableName, work: () => void) => {
    const start = maker.figures.length;
    work();
    const rows = tables.get(table) ?? [];
    rows.push(...maker.figures.slice(start));
    tables.set(table, rows);
  };
  const scale = kind === 'foreign' ? 0.6 : 1;
  const total = (index: number) => Math.round((totals[index] as number) * scale);

  const outcome = (cohort: Cohort) => {
    const { dims, n, quality } = cohort;
    const deleted = Math.round(n * 0.034);
    const valid = n - deleted;
    count(maker, 'received', dims, n);
    count(maker, 'received_valid', dims, valid);
    count(maker, 'deleted', dims, deleted);
    const age = 0.86;
    const resolved = Math.min(valid, Math.round(valid * 0.655 * quality * age));
    const rest = valid - resolved - Math.round(n * 0.006);
    const archived = Math.round(rest * 0.31);
    const postponed = Math.round(rest * 0.12);
    const beyond = Math.round((rest - archived - postponed) * 0.42);
    const parts = {
      withdrawn: Math.round(n * 0.006),
      status_unknown: 0,
      resolved,
      archived,
      postponed,
      open_beyond: beyond,
      open_within: rest - archived - postponed - beyond,
      unresolved: rest,
    };
    for (const [metric, k] of Object.entries(parts)) {
      count(maker, metric, dims, k);
      share(maker, metric, 'share', dims, k, valid);
    }
    clockRows(maker, kind, cohort, valid);
    const rated = Math.round(resolved * 0.21);
    share(maker, 'rating', 'share_rated', dims, rated, Math.max(resolved, 1));
    const mean = Math.round(Math.min(5, 3.62 * (0.7 + 0.3 * quality)) * 1e6) / 1e6;
    const ratingDims = {
      metric: 'rating',
      statistic: 'mean',
      dims,
      unit: 'score' as const,
      n: rated,
      denominator: rated,
    };
    if (kind === 'foreign') add(maker, { ...ratingDims, n: 0, status: 'not_available' });
    else if (rated < 10) add(maker, { ...ratingDims, status: 'below_minimum' });
    else {
      const half = 2.4 / Math.sqrt(rated);
      add(maker, { ...ratingDims, value: mean, low: mean - half, high: Math.min(5, mean + half) });
    }
  };

  const population = new Map(provinces.map(([code, , , , , people]) => [code, people]));
  const split = (
    table: TableName,
    dimension: string,
    codes: string[],
    weights: number[],
    onlyNow = false,
  ) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    const qualities = codes.map((code) =>
      ['32.04', '53.71'].includes(code) ? 0.6 : 0.86 + next() * 0.28,
    );
    for (const quarterIndex of onlyNow ? [7] : [3, 6, 7]) {
      into(table, () => {
        codes.forEach((code, index) => {
          const n = Math.round((total(quarterIndex) * (weights[index] as number)) / sum);
          const dims: Dims = { [dimension]: code, quarter: quarters[quarterIndex] };
          outcome({ dims, n, quality: qualities[index] as number, quarterIndex });
          const people = dimension === 'province' ? population.get(code) : undefined;
          if (people && kind !== 'foreign') {
            const half = (1.96 * Math.sqrt(n) * 1e5) / people;
            const value = (n * 1e5) / people;
            add(maker, {
              metric: 'received',
              statistic: 'per_100k',
              dims,
              unit: 'per_100k',
              value,
              low: Math.max(0, value - half),
              high: value + half,
              numerator: n,
              denominator: people,
              n,
            });
          } else if (dimension === 'province') {
            add(maker, {
              metric: 'received',
              statistic: 'per_100k',
              dims,
              unit: 'per_100k',
              n,
              status: 'not_available',
            });
          }
        });
      });
    }
  };

  const places = kind === 'foreign' ? boroughs : provinces.map(([code]) => code);
  const placeWeights =
    kind === 'foreign'
      ? [80, 200, 150, 120, 30]
      : provinces.map(
          ([code, , , , , people]) =>
            Math.sqrt(people) * people * (code === '31' ? 4 : 0.4 + next()),
        );
  const biggest = Math.max(...placeWeights);

  quarters.forEach((quarter, quarterIndex) => {
    into('series', () =>
      outcome({
        dims: { quarter },
        n: total(quarterIndex),
        quality: [1.0, 1.03, 0.99, 1.04, 1.02, 1.06, 1.07, 0.98][quarterIndex] as number,
        quarterIndex,
      }),
    );
  });
  into('headline', () => {
    for (const figure of tables.get('series') ?? [])
      if (figure.dims.quarter === period) maker.figures.push(figure);
  });
  into('status', () => {
    for (const figure of tables.get('series') ?? [])
      if (
        figure.dims.quarter === period &&
        !['verify', 'resolve', 'respond_citizen', 'respond_agency', 'rating'].includes(
          figure.metric,
        )
      )
        maker.figures.push(figure);
  });
  into('curve', () => maker.figures.push(...curveRows(maker)));
  into('volume_by_month', () => {
    for (let index = 0; index < 24; index += 1) {
      const month = new Date(Date.UTC(2024, 9 + index, 1)).toISOString().slice(0, 7);
      const lebaran = ['2025-04', '2026-03'].includes(month) ? 0.72 : 1;
      const n = Math.round((total(Math.floor(index / 3)) / 3) * (0.93 + next() * 0.14) * lebaran);
      count(maker, 'received', { month }, n);
      count(maker, 'received_valid', { month }, Math.round(n * 0.966));
    }
  });
  split('by_province', 'province', [...places, 'unknown'], [...placeWeights, biggest * 0.04]);
  if (kind !== 'foreign')
    split(
      'by_regency',
      'regency',
      [...regencies.map(([code]) => code), 'unknown'],
      [...regencies.map(() => 3 + next() * 10), 60],
    );
  const shownCategories =
    kind === 'foreign'
      ? [
          'animal_abuse',
          'animal_in_a_park',
          'unsanitary_animal_pvt_property',
          'illegal_animal_kept_as_pet',
        ]
      : categories.map(([code]) => code);
  const categoryWeights = shownCategories.map(
    (_, index) => 100 / (1 + ((index * 7) % shownCategories.length)) ** 1.05,
  );
  split('by_category', 'category', shownCategories, categoryWeights);
  split(
    'by_channel',
    'channel',
    ['website', 'mobile_app', 'whatsapp', 'sms', 'x_twitter', 'integrated', 'walk_in', 'unknown'],
    [38, 24, 14, 8, 5, 6, 3, 2],
  );
  split(
    'by_classification',
    'classification',
    [
      'complaint_unsupervised',
      'complaint_supervised',
      'aspiration',
      'information_request',
      'unknown',
    ],
    [70, 6, 12, 10, 2],
  );
  const bare = kind !== 'full';
  split('by_sex', 'sex', bare ? ['unknown'] : ['f', 'm', 'unknown'], bare ? [1] : [40, 46, 14]);
  split(
    'by_age_band',
    'age_band',
    bare ? ['unknown'] : ['y0t17', 'y18t24', 'y25t34', 'y35t44', 'y45t59', 'y_ge60', 'unknown'],
    bare ? [1] : [1, 12, 27, 24, 17, 5, 14],
  );
  split(
    'by_disability',
    'disability',
    bare ? ['unknown'] : ['yes', 'no', 'unknown'],
    bare ? [1] : [3, 70, 27],
  );
  split(
    'by_agency_type',
    'agency_type',
    kind === 'foreign'
      ? ['other']
      : ['kementerian', 'lembaga', 'provinsi', 'kabupaten', 'kota', 'bumn', 'unknown'],
    kind === 'foreign' ? [1] : [30, 11, 12, 26, 15, 5, 1],
  );
  split(
    'by_agency',
    'agency',
    kind === 'foreign' ? ['dohmh', 'nypd'] : [...agencies.map(([code]) => code), 'unknown'],
    kind === 'foreign' ? [3, 2] : [...agencies.map(() => 1 + next() * 10), 2],
  );

  crossings(maker, into, {
    places,
    placeWeights,
    shownCategories,
    categoryWeights,
    total: total(7),
    next,
  });
  bySexAndAgency(maker, into, kind, shownCategories);
  reasons(maker, into, shownCategories, next, total, kind);
  coverage(maker, into, kind, total);
  if (kind !== 'foreign') {
    into('rating_by_agency_type', () => {
      for (const [quarterIndex, quarter] of quarters.entries()) {
        ['kementerian', 'lembaga', 'provinsi', 'kabupaten', 'kota', 'bumn'].forEach(
          (code, index) => {
            const value = Math.round((3.2 + index * 0.11 + quarterIndex * 0.02) * 1e6) / 1e6;
            add(maker, {
              metric: 'rating',
              statistic: 'mean',
              dims: { agency_type: code, quarter },
              unit: 'score',
              value,
              low: value - 0.16,
              high: value + 0.16,
              n: 210 - index * 12,
              denominator: 210 - index * 12,
            });
          },
        );
      }
    });
  }
  return releaseOf(kind, tables);
}

function coverage(maker: Maker, into: Into, kind: Kind, total: (index: number) => number) {
  const fields: Record<string, number> = {
    province: 0.018,
    regency: 0.09,
    category: 0.004,
    channel: 0.02,
    classification: 0.02,
    agency: 0.011,
    reason: 0.21,
  };
  const attribute =
    kind === 'full'
      ? { sex: 0.14, age_band: 0.14, disability: 0.27, events: 0.04 }
      : { sex: 1, age_band: 1, disability: 1, events: 1 };
  into('coverage', () => {
    quarters.forEach((quarter, index) => {
      for (const [field, unknown] of Object.entries({ ...fields, ...attribute })) {
        share(
          maker,
          'unknown',
          'share',
          { field, quarter },
          Math.round(total(index) * unknown),
          total(index),
        );
      }
    });
  });
  if (kind !== 'full') return;
  into('coverage_by_province', () => {
    for (const [code] of provinces) {
      const n = 120;
      share(
        maker,
        'unknown',
        'share',
        { field: 'sex', province: code, quarter: maker.period },
        code === '73' ? 112 : 17,
        n,
      );
    }
  });
}

function releaseOf(kind: Kind, tables: Map<TableName, Figure[]>): Release {
  const manifest: Manifest = manifestOf(kind);
  const byId = new Map([...tables.values()].flat().map((figure) => [figure.id, figure]));
  const labels: Label[] = labelsOf(kind);
  const same = (
    figure: Figure,
    where: { metric?: string; statistic?: string; dims?: Dims },
    exact: boolean,
  ) =>
    (where.metric === undefined || where.metric === figure.metric) &&
    (where.statistic === undefined || where.statistic === figure.statistic) &&
    Object.entries(where.dims ?? {}).every(
      ([name, code]) => figure.dims[name as keyof Dims] === code,
    ) &&
    (!exact || Object.keys(figure.dims).length === Object.keys(where.dims ?? {}).length);
  const rows: Release['rows'] = (table, where = {}) =>
    (tables.get(table) ?? [])
      .filter((figure) => same(figure, where, false))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const all = [...byId.values()];
  const comparisons =
    kind === 'full' ? comparisonsOf(all, [period, quarters.at(-2) as string]) : [];
  const compared = (figure: Figure) =>
    comparisons.find((one) => one.figure_id === figure.id && one.compare === 'previous');
  return {
    period,
    version: 1,
    manifest,
    scope: {},
    comparisons,
    compared,
    sha256: 'f1c7e0a94b7d2f58c3d9a6e1b0458c7f2e6d1a3b9c8f7e5d4a2b1c0d9e8f7a6b',
    figure(id) {
      const figure = byId.get(id);
      if (!figure) throw new BuktiError('release.no-figure', { id, period, version: 'v1' });
      return figure;
    },
    findById: (id) => byId.get(id),
    find(table, query) {
      const dims = query.dims ?? {};
      const full = dims.quarter || dims.month ? dims : { ...dims, quarter: period };
      return (tables.get(table) ?? []).find((figure) =>
        same(figure, { ...query, dims: full }, true),
      );
    },
    rows,
    label(dimension, code, lang) {
      const label = labels.find((one) => one.dimension === dimension && one.code === code);
      return label ? (lang === 'id' ? label.label_id : label.label_en) : code;
    },
    labels: (dimension) => labels.filter((label) => label.dimension === dimension),
  };
}
