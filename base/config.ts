import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { BuktiError } from './errors.ts';
import { exitStatus } from './exit-status.ts';
import { languages } from './locale.ts';

export const configFileName = 'bukti.yaml';

const schema = z.strictObject({
  lang: z.enum(languages).optional(),
  /** Folder of inbox, landing zone, warehouse and releases. */
  data: z.string().min(1).default('data'),
  models: z.string().min(1).default('models'),
  mappings: z.string().min(1).default('mappings'),
  /** Key file; default in the user's own configuration folder. */
  keys: z.string().min(1).optional(),
  /** The key that releases are signed with; default beside the key file. */
  signing_key: z.string().min(1).optional(),
  /** For DuckDB, as `3GB`; default a share of the machine's memory. */
  memory_limit: z
    .string()
    .regex(/^\d+(\.\d+)?\s?(MB|GB|MiB|GiB)$/)
    .optional(),
  threads: z.int().min(1).optional(),
  /** Share of rows (0 to 1) that a file may have rejected and still land. */
  max_rejects: z.number().min(0).max(1).default(0),
  /** Cuti bersama counts as holiday (civil servants do not work). */
  collective_leave: z.boolean().default(true),
  /** By source (`lapor`, or the name of a mapping). */
  sources: z
    .record(
      z.string(),
      z.strictObject({
        /** How long reports are kept after the last that is known of them, `5y` or `18m`. */
        retention: z
          .string()
          .regex(/^[1-9]\d{0,2}[ym]$/)
          .optional(),
      }),
    )
    .default({}),
  release: z
    .strictObject({
      /** Working days from a period's end to its as-of day. */
      as_of_working_days: z.int().min(0).max(120).default(15),
      /** Whether a release has a public side. */
      public: z.boolean().default(true),
    })
    .prefault({}),
});

export type Config = z.infer<typeof schema>;

/**
 * Reads `<root>/bukti.yaml`; the defaults where there is none.
 * @throws BuktiError `config.syntax`, `config.unknown-key`, `config.value`, each with the line
 */
export function readConfig(root: string): Config {
  const file = path.join(root, configFileName);
  if (!existsSync(file)) return schema.parse({});
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const problem = document.errors[0];
  if (problem) {
    const line = problem.linePos?.[0].line ?? 1;
    throw new BuktiError('config.syntax', { file, line }, exitStatus.usage);
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;

  const issue = parsed.error.issues[0] as z.core.$ZodIssue;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const keyPath = [...issue.path, ...(unknown === undefined ? [] : [unknown])].map(String);
  const node = document.getIn(keyPath, true) as { range?: [number, number, number] } | undefined;
  const line = keyPath.length > 0 && node?.range ? lines.linePos(node.range[0]).line : 1;
  const key = keyPath.join('.');
  if (unknown !== undefined) {
    const known = Object.keys(schema.shape).join(', ');
    throw new BuktiError('config.unknown-key', { file, line, key, known }, exitStatus.usage);
  }
  throw new BuktiError('config.value', { file, line, key, why: issue.message }, exitStatus.usage);
}
