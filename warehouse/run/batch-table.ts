import { BuktiError, exitStatus } from '../../base/index.ts';
import type { LandedBatch } from '../landing-zone.ts';
import type { Source } from '../project/types.ts';
import { sqlName, sqlString } from '../session.ts';

/** What `landing.batch` can hold of a batch.json; sources.yml picks columns by these names. */
const columns: Record<string, (batch: LandedBatch) => string> = {
  batch_id: (batch) => sqlString(batch.batch),
  source: (batch) => sqlString(batch.source),
  kind: (batch) => sqlString(batch.kind),
  file: (batch) => sqlString(batch.file),
  input_sha256: (batch) => sqlString(batch.input_sha256),
  mapping_name: (batch) => sqlString(batch.mapping.name),
  mapping_version: (batch) => sqlString(batch.mapping.version),
  mapping_sha256: (batch) => sqlString(batch.mapping.sha256),
  key_id: (batch) => sqlString(batch.key_id),
  id_system: (batch) => sqlString(batch.id_system),
  known_at: (batch) => sqlString(batch.known_at),
  known_at_source: (batch) => sqlString(batch.known_at_source),
  synthetic: (batch) => String(batch.synthetic),
  calendar: (batch) => sqlString(batch.calendar),
  region_scheme: (batch) => sqlString(batch.region_scheme),
  fields: (batch) => `[${batch.fields.map(sqlString).join(', ')}]`,
  rows_read: (batch) => String(batch.counts.read),
  rows_landed: (batch) => String(batch.counts.landed),
  rows_rejected: (batch) => String(batch.counts.rejected),
  rows_duplicate: (batch) => String(batch.counts.duplicate),
};

/**
 * The statement that makes `landing.batch`, one row a batch.
 * @throws BuktiError `warehouse.batch-column`
 */
export function batchTableSql(source: Source, batches: LandedBatch[]): string {
  for (const { name: column, file, line } of source.columns) {
    if (column in columns) continue;
    const params = { file, line, column, known: Object.keys(columns).join(', ') };
    throw new BuktiError('warehouse.batch-column', params, exitStatus.usage);
  }
  const typed = source.columns.map(({ name, type }) => `NULL::${type} AS ${sqlName(name)}`);
  const rows = batches.map((batch) => {
    const values = source.columns.map(({ name, type }) => {
      const value = columns[name] as (batch: LandedBatch) => string;
      return `CAST(${value(batch)} AS ${type})`;
    });
    return `SELECT ${values.join(', ')}`;
  });
  const empty = `SELECT ${typed.join(', ')} WHERE false`;
  return `CREATE TABLE ${source.relation} AS ${[empty, ...rows].join('\nUNION ALL ')}`;
}
