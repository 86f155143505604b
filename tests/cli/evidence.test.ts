import { createHash, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../base/index.ts';
import { sqlString, withPublished, withSession } from '../../warehouse/index.ts';
import { yearOfReports } from '../release/fixture.ts';
import { sealedWorkspace } from '../release/sealed.ts';
import { buktiHere } from './run-here.ts';

let workspace: Workspace;
let remove: (() => void) | undefined;
beforeAll(async () => {
  ({ workspace, remove } = await sealedWorkspace());
});
afterAll(() => remove?.());

const own = yearOfReports().filter(({ day }) => day >= '2026-07-01' && day <= '2026-09-30');
const women = own.filter(({ sex }) => sex === 'f').length;
const here = (...args: string[]) => buktiHere(args, workspace.root);
const ksp = () => path.join(workspace.releases, '2026Q3', 'v1', 'internal', 'ksp');
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('bukti explain', () => {
  const id = '2026Q3/v1/received.count?sex=f';

  it('says of a figure what it is, of when, and of which release', async () => {
    const { status, stdout, stderr } = await here('explain', id);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe(id);
    expect(stdout).toContain('TERBATAS · SYNTHETIC');
    expect(stdout).toMatch(new RegExp(`^value: ${women}.*\\(n = ${women}\\)$`, 'm'));
    expect(stdout).toContain('as of: 21 October 2026');
    expect(stdout).toContain(`2026Q3 v1, sha256 ${sha256(path.join(ksp(), 'manifest.json'))}`);
    expect(stdout).toMatch(/^warehouse tables: .*fct_complaint/m);
    // Its vault is here: the definition is the one that it was computed with.
    expect(stdout).not.toContain('those of today');
  });

  it('gives the statements by which it is computed: run, they give it', async () => {
    const { stdout } = await here('explain', id, '--json');
    const told = JSON.parse(stdout) as {
      figure: { value: number };
      statements: { sql: string; parameters: never[] }[];
      history: { id: string; value: number }[];
    };
    expect(told.figure.value).toBe(women);
    expect(told.history).toMatchObject([{ id, value: women }]);
    const values = await withPublished(workspace, async (session) => {
      let last: Record<string, unknown>[] = [];
      for (const { sql, parameters } of told.statements) last = await session.rows(sql, parameters);
      return last.flatMap((row) => Object.values(row)).map(Number);
    });
    expect(values).toContain(women);
  });

  it('knows no figure that was not sealed, and says so', async () => {
    const none = await here('explain', '2026Q3/v1/received.count?sex=x');
    expect(none.status).not.toBe(0);
    expect(none.stderr).toContain('2026Q3/v1/received.count?sex=x');
    expect((await here('explain', 'received.count')).status).not.toBe(0);
  });

  it.runIf(process.env.BUKTI_FULL)(
    'without its vault says that the definition is of today',
    async () => {
      const copy = await sealedWorkspace();
      try {
        const vault = path.join(copy.workspace.releases, '2026Q3', 'v1', 'vault');
        rmSync(vault, { recursive: true });
        const { stdout } = await buktiHere(['explain', id], copy.workspace.root);
        expect(stdout).toContain('those of today');
        expect(stdout).toMatch(new RegExp(`^value: ${women}`, 'm'));
      } finally {
        copy.remove();
      }
    },
  );
});

describe('bukti key', () => {
  const env = () => ({ BUKTI_KEYS: path.join(workspace.root, 'lain.keys.json') });

  it('makes none unasked; made once, it stays, readable by its owner alone', async () => {
    const none = await buktiHere(['key'], workspace.root, env());
    expect(none.status).not.toBe(0);
    expect(none.stderr).toContain('bukti key --new');
    const made = await buktiHere(['key', '--new', '--json'], workspace.root, env());
    const { file, key_id, public_key, created } = JSON.parse(made.stdout);
    expect(created).toBe(true);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    const again = JSON.parse(
      (await buktiHere(['key', '--new', '--json'], workspace.root, env())).stdout,
    );
    expect(again).toEqual({ file, key_id, public_key, created: false });
    const shown = await buktiHere(['key'], workspace.root, env());
    expect(shown.stdout).toContain(key_id);
  });

  it('hands out its public half, by which what is sealed is trusted, and nothing of the other', async () => {
    const made = JSON.parse((await buktiHere(['key', '--json'], workspace.root, env())).stdout);
    const { stdout } = await buktiHere(['key', '--public'], workspace.root, env());
    expect(createPublicKey(stdout).asymmetricKeyType).toBe('ed25519');
    expect(stdout.trim()).toBe(made.public_key.trim());
    const secret = readFileSync(made.file, 'utf8').split('\n')[1] as string;
    expect(secret.length).toBeGreaterThan(40);
    const said = JSON.stringify(made) + stdout;
    expect(said).not.toContain(secret);
    expect(said).not.toContain('PRIVATE');
  });
});

describe('bukti verify', () => {
  it('says which figure was altered, though the manifest has the hash of the altered file', async () => {
    const copy = await sealedWorkspace();
    try {
      const part = path.join(copy.workspace.releases, '2026Q3', 'v1', 'internal', 'ksp');
      const file = path.join(part, 'by_sex.parquet');
      const id = '2026Q3/v1/resolve.median?sex=f';
      const manifestFile = path.join(part, 'manifest.json');
      const before = sha256(file);
      const [old] = await withSession({}, async (session) => {
        const rows = await session.rows<{ value: number }>(
          `select cast(value as double) as value from read_parquet(${sqlString(file)}) where id = ${sqlString(id)}`,
        );
        await session.run(
          `create table figure as select * replace (
            case when id = ${sqlString(id)} then value + 1 else value end as value)
          from read_parquet(${sqlString(file)});
          copy figure to ${sqlString(file)} (format parquet)`,
        );
        return rows;
      });
      const manifest = readFileSync(manifestFile, 'utf8');
      const bytes = JSON.parse(manifest).files.find(
        ({ name }: { name: string }) => name === 'by_sex.parquet',
      ).bytes;
      expect(manifest).toContain(before);
      writeFileSync(
        manifestFile,
        manifest
          .replace(before, sha256(file))
          .replace(`"bytes": ${bytes},`, `"bytes": ${statSync(file).size},`),
      );
      const version = path.dirname(path.dirname(part));
      const { status, stdout, stderr } = await buktiHere(['verify', version], copy.workspace.root);
      const said = stdout + stderr;
      expect(status).not.toBe(0);
      expect(said).toContain(id);
      expect(said).toContain(String((old?.value ?? 0) + 1));
      const named = said.match(/2026Q3\/v1\/\w+\.\w+(\?[\w=&.]+)?/g) ?? [];
      expect(new Set(named)).toEqual(new Set([id]));
      expect(existsSync(file)).toBe(true);
    } finally {
      copy.remove();
    }
  });
});
