import { type Grid, gridRows } from './grid.ts';

/** `{ ...head, rows: [{ column: value }] }`, a row a line. Of columns of one name the later count on. */
export async function* jsonText(
  grid: Grid,
  head: Record<string, unknown> = {},
): AsyncGenerator<string> {
  const names = uniqueNames(grid.columns.map((column) => column.name));
  const start = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify({ [key]: value }).slice(1, -1)},\n`,
  );
  yield `{\n${start.join('')}  "rows": [`;
  let first = true;
  for await (const row of gridRows(grid)) {
    const object = Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]));
    yield `${first ? '' : ','}\n    ${JSON.stringify(object)}`;
    first = false;
  }
  yield `${first ? '' : '\n  '}]\n}\n`;
}

/** `n`, `n` → `n`, `n_2`. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${name}_${count}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
