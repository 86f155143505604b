import { BuktiError, exitStatus, type Workspace } from '../base/index.ts';

export interface Cutoff {
  source: string;
  /** As bukti.yaml has it: `5y`, `18m`. */
  period: string;
  /** Reports whose last known day lies before it are past their time. */
  keptFrom: string;
}

/** The sources of bukti.yaml that are kept for a time only. @throws BuktiError `forget.no-retention` */
export function retentionOf(workspace: Workspace): Record<string, string> {
  const { sources } = workspace.config;
  const limited = Object.entries(sources).flatMap(([source, { retention }]) =>
    retention === undefined ? [] : [[source, retention] as const],
  );
  if (limited.length === 0) throw new BuktiError('forget.no-retention', {}, exitStatus.usage);
  return Object.fromEntries(limited);
}

/** The day from which on each source is kept, counted back from a day by whole months. */
export function retentionCutoffs(request: {
  retention: Record<string, string>;
  on: string;
}): Cutoff[] {
  return Object.entries(request.retention)
    .map(([source, period]) => {
      const count = Number(period.slice(0, -1)) * (period.endsWith('y') ? 12 : 1);
      return { source, period, keptFrom: monthsBefore(request.on, count) };
    })
    .sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** `2026-03-31` less one month is `2026-02-28`. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, days));
  return first.toISOString().slice(0, 10);
}
