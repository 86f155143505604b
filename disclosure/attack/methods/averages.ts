import type { Finding } from '../finding.ts';
import type { Ground } from '../model/ground.ts';

/**
 * The same records published with several values: each is a draw of the noise, and their mean comes nearer to the
 * truth with every one. Equal sets (a parent with one child, one area under two codes) are one cell here.
 */
export function averages({ book, counts, method }: Ground): Finding[] {
  if (method.kind !== 'perturb') return [];
  const findings: Finding[] = [];
  for (const cell of book.cells.values()) {
    if (!counts.has(cell.measure)) continue;
    const first = cell.shown[0];
    const values = new Map(cell.shown.map((one) => [one.value as number, one]));
    if (first === undefined || values.size < 2) continue;
    const numbers = [...values.keys()].sort((a, b) => a - b);
    const [least, most] = [numbers[0] as number, numbers.at(-1) as number];
    // Further apart than any noise: another population under the same name.
    if (most - least > 2 * method.noise) continue;
    const { file, place } = cell.shown.find(({ value }) => value !== first.value) ?? first;
    findings.push({
      kind: 'averaged',
      severity: 'recovered',
      file,
      place,
      cell: cell.name,
      low: Math.max(0, most - method.noise),
      high: least + method.noise,
      by: [...values].map(([value, one]) => `${one.file}, ${one.place}: ${value}`).join('; '),
    });
  }
  return findings;
}
