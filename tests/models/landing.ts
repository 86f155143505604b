import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { openWorkspace, type Workspace } from '../../base/index.ts';
import {
  type Batch,
  buildWarehouse,
  type LandingKind,
  type Row,
  sqlName,
  sqlString,
  withPublished,
  withSession,
} from '../../warehouse/index.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A temporary workspace with the shipped models. */
export function workspaceWith(config = ''): Workspace {
  const root = mkdtempSync(path.join(os.tmpdir(), 'bukti-models-'));
  folders.push(root);
  writeFileSync(path.join(root, 'bukti.yaml'), `memory_limit: 1GB\nthreads: 1\n${config}`);
  return openWorkspace(root, {});
}

/** The key of report `n`, as the landing zone writes keys. */
export function key(n: number): string {
  return `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`;
}

const types: Record<string, string> = {
  complaint_key: 'UUID',
  record_key: 'UUID',
  known_at: 'DATE',
  synthetic: 'BOOLEAN',
  submitted_at: 'TIMESTAMP',
  closed_at: 'TIMESTAMP',
  due_at: 'TIMESTAMP',
  event_at: 'TIMESTAMP',
};

type Value = string | number | null;

/** A landed row; `n` is the number of its report. */
export type LandedRow = { n: number } & Record<string, Value>;

export interface LandedFile {
  source?: string;
  kind: LandingKind;
  known_at: string;
  /** Canonical fields that the input had columns for; default: what the rows hold. */
  fields?: string[];
  calendar?: Batch['calendar'];
  region_scheme?: Batch['region_scheme'];
  rows: LandedRow[];
}

let landed = 0;

/** Writes one batch of hand-written rows as the pipelines would. */
export async function land(workspace: Workspace, file: LandedFile): Promise<void> {
  landed += 1;
  const { source = 'lapor', kind, known_at } = file;
  const calendar = file.calendar ?? 'indonesia';
  const scheme = file.region_scheme ?? 'kemendagri';
  const name = String(landed).padStart(32, '0');
  const folder = path.join(workspace.landing, source, `batch=${name}`);
  mkdirSync(folder, { recursive: true });
  const rows = file.rows.map(({ n, ...rest }) => ({
    complaint_key: key(n),
    ...(kind === 'complaint' ? { record_key: key(n + 500_000), calendar } : {}),
    ...(kind === 'complaint' ? { region_scheme: scheme } : {}),
    source,
    batch_id: name,
    known_at,
    synthetic: 'true',
    ...rest,
  }));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const selects = rows.map((row: Record<string, Value | undefined>) => {
    const values = columns.map((column) => {
      const value = row[column] ?? null;
      const text = value === null ? 'NULL' : sqlString(String(value));
      return `CAST(${text} AS ${types[column] ?? 'VARCHAR'}) AS ${sqlName(column)}`;
    });
    return `SELECT ${values.join(', ')}`;
  });
  await withSession({}, (session) =>
    session.run(
      `COPY (${selects.join(' UNION ALL ')}) TO ${sqlString(path.join(folder, 'part.parquet'))}`,
    ),
  );
  const batch: Batch = {
    format: 1,
    batch: name,
    source,
    kind,
    file: `${source}-${landed}.csv`,
    input_sha256: name,
    mapping: { name: source, version: '1', sha256: '0' },
    key_id: 'k',
    id_system: source,
    known_at,
    known_at_source: 'option',
    synthetic: true,
    calendar,
    region_scheme: scheme,
    fields: file.fields ?? [...new Set(file.rows.flatMap((row) => Object.keys(row)))],
    counts: { read: rows.length, landed: rows.length, rejected: 0, duplicate: 0 },
    supersedes: [],
    reject_reasons: {},
  };
  writeFileSync(path.join(folder, 'batch.json'), JSON.stringify(batch));
}

/** The built warehouse, to be asked. */
export interface Built {
  rows(sql: string): Promise<Row[]>;
}

/** Builds, tests and publishes the warehouse of what has landed. */
export async function built(workspace: Workspace): Promise<Built> {
  await buildWarehouse(workspace);
  return {
    rows: (sql) => withPublished(workspace, (session) => session.rows(sql)),
  };
}

/** The row of report `n` in a table with one row a report. */
export async function reportOf(warehouse: Built, n: number): Promise<Row> {
  const rows = await warehouse.rows(
    `SELECT * FROM fct_complaint WHERE complaint_key = '${key(n)}'`,
  );
  return rows[0] ?? {};
}

/** The states of report `n` as `status agency from..to basis`. */
export async function statesOf(warehouse: Built, n: number): Promise<string[]> {
  const rows = await warehouse.rows(
    `SELECT * FROM fct_complaint_status WHERE complaint_key = '${key(n)}' ORDER BY valid_from`,
  );
  return rows.map(
    (row) => `${row.status} ${row.agency_code} ${row.valid_from}..${row.valid_to} ${row.basis}`,
  );
}

/** The forwardings of report `n` as `agency start..end cause days status`. */
export async function forwardingsOf(warehouse: Built, n: number): Promise<string[]> {
  const rows = await warehouse.rows(
    `SELECT * FROM fct_forwarding WHERE complaint_key = '${key(n)}' ORDER BY forwarding_seq`,
  );
  return rows.map((row) => {
    const days = Number(row.end_w) - Number(row.start_w);
    const end = row.end_date === null ? '-' : `${row.end_date} ${row.end_cause} ${days}`;
    return `${row.agency_code} ${row.start_date}..${end} ${row.time_status}`;
  });
}

/** One clock of a report as `days cause status`; `-` while it runs. */
export function clockOf(report: Row, clock: 'verify' | 'respond_citizen' | 'resolve'): string {
  const end = report[`${clock}_end_w`];
  const days = end === null ? '-' : Number(end) - Number(report.submitted_w);
  return `${days} ${report[`${clock}_end_cause`] ?? '-'} ${report[`${clock}_time_status`]}`;
}
