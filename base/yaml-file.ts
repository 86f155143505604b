import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { BuktiError } from './errors.ts';
import { exitStatus } from './exit-status.ts';
import type { MessageKey } from './messages/index.ts';

export interface YamlFile<T> {
  data: T;
  /** The line of a place in the file, or of the nearest place above it that exists. */
  lineOf(place: readonly PropertyKey[]): number;
}

/**
 * Reads a YAML file by a schema.
 * @throws BuktiError of the keys given: `syntax` with `file` and `line`; `value` with `file`, `line`,
 *   `key` (an unknown key is named itself), `why` and what else its sentence wants
 */
export function readYamlFile<T>(
  file: string,
  schema: z.ZodType<T>,
  keys: { syntax: MessageKey; value: MessageKey },
  more: Record<string, string> = {},
): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const problem = document.errors[0];
  if (problem) {
    const line = problem.linePos?.[0].line ?? 1;
    throw new BuktiError(keys.syntax, { file, line }, exitStatus.usage);
  }
  const lineOf = (place: readonly PropertyKey[]) => {
    for (let depth = place.length; depth > 0; depth--) {
      const node = document.getIn(place.slice(0, depth), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { data: parsed.data, lineOf };
  const issue = parsed.error.issues[0] as z.core.$ZodIssue;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const place = [...issue.path, ...unknown.slice(0, 1)];
  const key = place.map(String).join('.') || '-';
  const params = { file, line: lineOf(place), key, why: issue.message, ...more };
  throw new BuktiError(keys.value, params, exitStatus.usage);
}
