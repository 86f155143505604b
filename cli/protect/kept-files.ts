import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { writeWhole } from '../../base/whole-file.ts';
import {
  type Cell,
  cellKey,
  type DesignPlan,
  type EarlierRelease,
  emptyLedger,
  type Ledger,
  type NoiseParameters,
} from '../../disclosure/index.ts';

const at = z.record(z.string(), z.string());
const reason = z.enum(['dominated', 'attribute', 'sensitive', 'small']);
const planSchema = z.strictObject({
  format: z.literal(1),
  tables: z.array(
    z.strictObject({
      table: z.string(),
      steps: z.array(z.string()),
      because: z.array(reason),
      left: z.array(reason),
    }),
  ),
});
const count = z.int().min(0);
const ledgerSchema = z.strictObject({
  format: z.literal(1),
  parameters: z.strictObject({ deviation: z.number(), variance: z.number(), hidden: z.number() }),
  tables: z.array(
    z.strictObject({
      table: z.string(),
      period: z.string(),
      state: z.string(),
      cells: z.array(z.strictObject({ at, n: count, keySum: count, value: count.nullable() })),
    }),
  ),
});

const names = z.array(z.string());
const relation = z.strictObject({ parent: z.string(), children: names });
const structureSchema = z.strictObject({
  dimensions: z.array(
    z.strictObject({
      name: z.string(),
      total: z.string(),
      codes: names,
      relations: z.array(relation),
      sensitive: names.optional(),
    }),
  ),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      dimensions: names,
      codes: z.record(z.string(), names).optional(),
    }),
  ),
});
const releasesSchema = z.strictObject({
  format: z.literal(1),
  method: z.literal('suppress'),
  releases: z.array(
    z.strictObject({
      period: z.string(),
      release: z.strictObject({
        name: z.string(),
        structure: structureSchema,
        cells: z.array(
          z.strictObject({
            at,
            n: count,
            value: count.nullable(),
            status: z.enum(['shown', 'hidden', 'cannot-exist']),
          }),
        ),
      }),
    }),
  ),
});

/** What was published under `suppress`, by period. */
export interface Releases {
  readonly format: 1;
  readonly method: 'suppress';
  readonly releases: readonly { readonly period: string; readonly release: EarlierRelease }[];
}

/** @throws BuktiError `protect.bad-file` */
export function readReleases(file: string): Releases {
  if (!existsSync(file)) return { format: 1, method: 'suppress', releases: [] };
  return read(file, releasesSchema) as Releases;
}

/** The design that an earlier run kept. @throws BuktiError `protect.bad-file` */
export function readDesign(file: string | undefined): DesignPlan | undefined {
  if (file === undefined || !existsSync(file)) return undefined;
  return read(file, planSchema) as DesignPlan;
}

/** @throws BuktiError `protect.bad-file` */
export function readLedger(file: string, noise: NoiseParameters): Ledger {
  return existsSync(file) ? read(file, ledgerSchema) : emptyLedger(noise);
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new BuktiError('protect.bad-file', { file }, exitStatus.input);
  }
}

/** Writes what is the keeper's alone, readable by the user only. */
export async function writePrivate(file: string, text: string): Promise<void> {
  await writeWhole(file, async (temporary) => {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}

/** Names the records that were counted: the same cells, the same name. */
export function stateOf(cells: readonly Cell[]): string {
  const lines = cells.map(({ at, n, keySum }) => `${cellKey(at)} ${n} ${keySum}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
