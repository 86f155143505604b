import type { LandingKind } from '../warehouse/index.ts';

/** What a source column may carry, by kind (the names of the landing zone, docs/architecture.md). */
export const fieldsOf = {
  complaint: [
    'id',
    'reporter_id',
    'submitted_at',
    'submitted_time',
    'closed_at',
    'closed_time',
    'due_at',
    'status',
    'classification',
    'category_id',
    'category',
    'report_type',
    'channel',
    'agency_parent',
    'agency_id',
    'agency',
    'agency_type',
    'reason',
    'province',
    'regency',
    'setwapres',
    'rating',
    'sex',
    'age',
    'age_band',
    'disability',
  ],
  attribute: ['id', 'reporter_id', 'sex', 'age', 'age_band', 'disability'],
  event: ['id', 'event', 'event_at', 'event_time', 'agency'],
} as const satisfies Record<LandingKind, readonly string[]>;

export type Field = (typeof fieldsOf)[LandingKind][number];

/** Fields without which a file of the kind cannot land. */
export const requiredOf: Record<LandingKind, readonly Field[]> = {
  complaint: ['id', 'submitted_at'],
  attribute: ['id'],
  event: ['id', 'event', 'event_at'],
};

/** How the columns of a source are read: a built-in layout or a mapping file. */
export interface Layout {
  /** Folder under landing/. */
  source: string;
  name: string;
  version: string;
  kind: LandingKind;
  /** The register that issued the ids. */
  idSystem: string;
  /** Header names (folded) that carry a field; the first found counts. */
  headers: Partial<Record<Field, string[]>>;
  /** The header of a field as it is written, for messages. */
  labels: Partial<Record<Field, string>>;
  /** Fields that the header row must hold. */
  required: readonly Field[];
  /** Of these, at least one. */
  anyOf: readonly Field[];
  /** Further headers (folded) by which a file is known; for mappings. */
  match: string[];
  /** Columns (folded) that are dropped knowingly, so that nobody is told of them. */
  drop: string[];
  /** strptime formats; where a field has none, the formats of pipelines/stamp-sql.ts. */
  dates: Partial<Record<Field, string[]>>;
  /** Raw value → code. */
  values: Partial<Record<Field, Record<string, string>>>;
  calendar: 'indonesia' | 'weekdays';
  regionScheme: 'kemendagri' | 'source';
  knownAt?: string;
  /** What its hash is taken over. */
  content: string;
}

/** Header names are compared folded: lower case, anything but letters and digits to one space. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
