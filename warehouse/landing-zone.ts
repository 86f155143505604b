import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../base/index.ts';

/** What a landed row is about; each kind has one Parquet layout (docs/architecture.md). */
export const landingKinds = ['complaint', 'attribute', 'event'] as const;
export type LandingKind = (typeof landingKinds)[number];

/** An erasure that blanked keys in a batch; its tombstone lies beside the batch's files. */
export interface BatchErasure {
  tombstone: string;
  /** `YYYY-MM-DD` */
  day: string;
  records: number;
  rows: number;
}

/** The content of `batch.json`: one landed file. read = landed + rejected + duplicate + suppressed, always. */
export interface Batch {
  format: 1;
  /** Hash of the input's bytes, the mapping, the reader's version and the key's id; 32 hex digits. */
  batch: string;
  /** Connector (`lapor`) or the name of a mapping; the folder under landing/. */
  source: string;
  kind: LandingKind;
  /** Name of the input file, without its folder. */
  file: string;
  /** SHA-256 of the input's bytes. */
  input_sha256: string;
  mapping: { name: string; version: string; sha256: string };
  key_id: string;
  id_system: string;
  /** The day on which this was what the source knew. */
  known_at: string;
  /** Where known_at came from. */
  known_at_source: 'information_block' | 'mapping' | 'option' | 'latest_date';
  synthetic: boolean;
  calendar: 'indonesia' | 'weekdays';
  region_scheme: 'kemendagri' | 'source';
  /** Canonical fields that the input has a column for; the others are "not available". */
  fields: string[];
  counts: {
    read: number;
    landed: number;
    rejected: number;
    duplicate: number;
    /** Rows of reports that were erased before: they never land again. Absent where there are none. */
    suppressed?: number;
  };
  /** Batches of the same input that this reading replaces. */
  supersedes: string[];
  /** Rejected rows by reason. */
  reject_reasons: Record<string, number>;
  /** Erasures, in order; absent where there were none. */
  erasures?: BatchErasure[];
}

/** A batch with its folder; `superseded` where a newer reading of the same input stands beside it. */
export interface LandedBatch extends Batch {
  folder: string;
  superseded: boolean;
}

/**
 * The ledger: every batch of the landing zone, rebuilt from the batch.json files, in a stable order.
 * Only folders named `batch=<hash>` that hold a batch.json are landed; a replaced one is renamed
 * `superseded=<hash>`, and where a kill came between, the newer one's `supersedes` says so.
 */
export function readLedger(workspace: Workspace): LandedBatch[] {
  if (!existsSync(workspace.landing)) return [];
  const batches: LandedBatch[] = [];
  for (const source of readdirSync(workspace.landing).sort()) {
    const parent = path.join(workspace.landing, source);
    for (const name of readdirSync(parent).sort()) {
      const file = path.join(parent, name, 'batch.json');
      if (!name.startsWith('batch=') || !existsSync(file)) continue;
      const batch = JSON.parse(readFileSync(file, 'utf8')) as Batch;
      batches.push({ ...batch, folder: path.join(parent, name), superseded: false });
    }
  }
  const superseded = new Set(batches.flatMap((batch) => batch.supersedes));
  for (const batch of batches) batch.superseded = superseded.has(batch.batch);
  return batches;
}

/** The batches that count: not superseded. */
export function activeBatches(workspace: Workspace): LandedBatch[] {
  return readLedger(workspace).filter((batch) => !batch.superseded);
}

/** The tombstones of all erasures in some batches, in order. */
export function erasuresOf(batches: readonly Batch[]): string[] {
  const all = batches.flatMap(({ erasures = [] }) => erasures.map(({ tombstone }) => tombstone));
  return [...new Set(all)].sort();
}
