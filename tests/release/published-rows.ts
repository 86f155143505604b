import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Row = Record<string, string>;
/** The rows of a published table. */
export function rowsOf(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** What a count is shown as by R's ptable and the sum of its records' keys. */
export const noise = (() => {
  const file = path.join(
    import.meta.dirname,
    '..',
    'disclosure',
    'perturb',
    'ptable-d5-v3-js2.csv',
  );
  const rows = rowsOf(file);
  const most = Math.max(...rows.map(({ i }) => Number(i)));
  return (n: number, key: number): number => {
    const row = rows.filter(({ i }) => Number(i) === Math.min(n, most));
    return n + Number(row.find(({ ub }) => key / 2 ** 32 < Number(ub))?.v);
  };
})();
