import { writePieces } from '../../base/whole-file.ts';
import { type Session, sqlName } from '../../warehouse/index.ts';
import { staged } from './stage.ts';
import type { DatasetColumn } from './types.ts';

/** Writes the staged table as `{ ...head, rows: [{ column: value }] }`, a row a line. */
export async function writeJson(
  session: Session,
  file: string,
  columns: readonly DatasetColumn[],
  head: Readonly<Record<string, unknown>>,
): Promise<void> {
  await writePieces(file, pieces(session, columns, head));
}

async function* pieces(
  session: Session,
  columns: readonly DatasetColumn[],
  head: Readonly<Record<string, unknown>>,
): AsyncGenerator<string> {
  const start = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  yield `{\n${start.join('')}  "rows": [`;
  const names = columns.map(({ name }) => sqlName(name)).join(', ');
  let first = true;
  for await (const chunk of session.chunks(`select ${names} from ${staged}`)) {
    const length = chunk[0]?.length ?? 0;
    let lines = '';
    for (let row = 0; row < length; row++) {
      const cells = columns.map(({ name }, index) => [name, chunk[index]?.[row] ?? null]);
      lines += `${first ? '' : ','}\n    ${JSON.stringify(Object.fromEntries(cells))}`;
      first = false;
    }
    yield lines;
  }
  yield `${first ? '' : '\n  '}]\n}\n`;
}
