import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { openWorkspace, type Workspace } from '../../base/index.ts';
import { type Batch, sqlString, withSession } from '../../warehouse/index.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const projectFile = `name: small
model-paths: [staging, core]
vars: { greeting: hello }
models:
  small:
    +materialized: view
`;

const sourcesFile = `sources:
  - name: landing
    tables:
      - name: complaint
        columns:
          - { name: complaint_key, data_type: UUID }
          - { name: status }
          - { name: known_at, data_type: DATE }
      - name: batch
        columns:
          - { name: batch_id }
          - { name: kind }
          - { name: rows_read, data_type: BIGINT }
          - { name: fields, data_type: 'VARCHAR[]' }
`;

/** Files of a project with one staging model, one fact and one seed; override or add as needed. */
export const smallProject: Record<string, string> = {
  'dbt_project.yml': projectFile,
  'staging/sources.yml': sourcesFile,
  'staging/stg_complaint.sql': `select complaint_key, lower(status) as status, known_at
from {{ source('landing', 'complaint') }}
`,
  'core/fct_complaint.sql': `select c.complaint_key, coalesce(s.code, 'unknown') as status
from {{ ref('stg_complaint') }} c
left join {{ ref('status_map') }} s on s.raw = c.status
`,
  'seeds/status_map.csv': 'raw,code\nselesai,resolved\nproses,in_progress\n',
};

/** A workspace in a temporary folder whose only models are these files. */
export function projectWith(files: Record<string, string> = smallProject): Workspace {
  const root = mkdtempSync(path.join(os.tmpdir(), 'bukti-warehouse-'));
  folders.push(root);
  writeFileSync(path.join(root, 'bukti.yaml'), 'memory_limit: 500MB\nthreads: 2\n');
  const workspace = openWorkspace(root, {});
  workspace.models = [path.join(root, 'models')];
  writeFiles(path.join(root, 'models'), files);
  return workspace;
}

export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, ...name.split('/'));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

export function modelsFolder(workspace: Workspace): string {
  return workspace.models[0] as string;
}

/**
 * Lands a batch made by a query over `range(rows)`.
 * @param select columns of the Parquet file, may use `i`
 */
export async function landBatch(
  workspace: Workspace,
  name: string,
  rows: number,
  select = "uuid() AS complaint_key, if(i % 2 = 0, 'Selesai', 'Proses') AS status, DATE '2026-01-31' AS known_at",
  overrides: Partial<Batch> = {},
): Promise<void> {
  const folder = path.join(workspace.landing, 'lapor', `batch=${name}`);
  mkdirSync(folder, { recursive: true });
  await withSession({}, (session) =>
    session.run(
      `COPY (SELECT ${select} FROM range(${rows}) t(i)) TO ${sqlString(path.join(folder, 'part.parquet'))}`,
    ),
  );
  const batch: Batch = {
    format: 1,
    batch: name,
    source: 'lapor',
    kind: 'complaint',
    file: `${name}.xlsx`,
    input_sha256: name,
    mapping: { name: 'lapor', version: '1', sha256: '0' },
    key_id: 'k',
    id_system: 'lapor',
    known_at: '2026-01-31',
    known_at_source: 'option',
    synthetic: true,
    calendar: 'indonesia',
    region_scheme: 'kemendagri',
    fields: ['status', "o'clock"],
    counts: { read: rows, landed: rows, rejected: 0, duplicate: 0 },
    supersedes: [],
    reject_reasons: {},
    ...overrides,
  };
  writeFileSync(path.join(folder, 'batch.json'), JSON.stringify(batch));
}
