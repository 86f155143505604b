import type { Finding } from '../finding.ts';
import type { Ground } from '../model/ground.ts';

/** Hidden in one table, file or version and shown in another: the same cell, whatever it stands in. */
export function elsewhere({ book, method, known }: Ground): Finding[] {
  const findings: Finding[] = [];
  for (const cell of book.cells.values()) {
    const [hidden] = cell.hidden;
    const [shown] = cell.shown;
    if (hidden === undefined || shown === undefined || known.has(cell.name)) continue;
    if (shown.impossible || (method.kind === 'perturb' && hidden.atMost === undefined)) continue;
    const { file, place } = hidden;
    const value = shown.value as number;
    const by = `${shown.file}, ${shown.place}`;
    const base = { kind: 'elsewhere', severity: 'recovered', file, place } as const;
    findings.push({ ...base, cell: cell.name, low: value, high: value, by });
  }
  return findings;
}
