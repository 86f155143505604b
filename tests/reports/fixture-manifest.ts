import type { Manifest, ManifestSource } from '../../release/index.ts';
import type { Kind } from './fixture.ts';

const source = (name: string, kind: string, rows: number, known: string): ManifestSource => ({
  source: name,
  kind,
  batches: kind === 'complaint' ? 24 : 1,
  rows_read: rows,
  rows_landed: rows - 31,
  rows_rejected: 8,
  rows_duplicate: 23,
  known_from: '2024-11-04',
  known_to: known,
  synthetic: true,
});

export function manifestOf(kind: Kind): Manifest {
  const full = kind === 'full';
  const foreign = kind === 'foreign';
  const sources = foreign
    ? [{ ...source('nyc311', 'complaint', 36_812, '2026-09-30'), synthetic: false, batches: 1 }]
    : [
        source('lapor', 'complaint', 61_357, '2026-10-30'),
        ...(full
          ? [
              source('lapor', 'attribute', 52_711, '2026-10-30'),
              source('lapor', 'event', 214_090, '2026-10-30'),
            ]
          : []),
      ];
  const field = (name: string, available: boolean, known: number) => ({
    field: name,
    available,
    n_known: Math.round(57_326 * known),
    n_total: 57_326,
  });
  return {
    format: 1,
    period: '2026Q3',
    version: 1,
    recipient: 'ksp',
    first: '2026-07-01',
    last: '2026-09-30',
    as_of: foreign ? '2026-09-30' : '2026-10-21',
    as_of_working_days: 15,
    ages: [],
    covered_to: foreign ? '2026-09-30' : '2026-10-30',
    coverage_short: foreign,
    provisional: foreign,
    event_coverage: full ? 0.96 : 0,
    sources,
    fields: [
      field('sex', full, full ? 0.86 : 0),
      field('age_band', full, full ? 0.86 : 0),
      field('disability', full, full ? 0.73 : 0),
      field('province', true, 0.98),
      field('regency', !foreign, foreign ? 0 : 0.91),
      field('category', true, 0.996),
      field('classification', !foreign, foreign ? 0 : 0.98),
      field('channel', true, 0.98),
      field('reason', !foreign, foreign ? 0 : 0.79),
      field('rating', !foreign, foreign ? 0 : 0.12),
    ],
    unresolved: foreign ? [] : [{ dimension: 'regency', names: 3, n: 41 }],
    synthetic: !foreign,
    calendars: [foreign ? 'weekdays' : 'indonesia'],
    region_schemes: [foreign ? 'source' : 'kemendagri'],
    population_vintage: foreign ? null : '2024S2',
    batches: [],
    warehouse: 'a11ce0',
    software: { name: 'bukti', version: '0.1.0' },
    reason: null,
    supersedes: null,
    files: [],
    figures: 4321,
    family: {
      name: 'ksp',
      label: { id: 'ringkasan untuk KSP', en: 'brief for KSP' },
      tests: 40,
      clear: full ? 2 : 0,
    },
    figures_sha256: '0f5a91c27be34d68a0d1c9e8f7b6a5d4c3b2a190817263544536271809faebdc',
  };
}
