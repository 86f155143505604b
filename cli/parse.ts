import { BuktiError } from '../base/errors.ts';
import { exitStatus } from '../base/exit-status.ts';

/** @throws BuktiError `cli.bad-date` where the text is no day of the calendar */
export function checkDate(option: string, date: string | undefined): void {
  if (date === undefined) return;
  const day = new Date(`${date}T00:00:00Z`);
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(day.getTime());
  if (!valid || day.toISOString().slice(0, 10) !== date) {
    throw new BuktiError('cli.bad-date', { option, date }, exitStatus.usage);
  }
}

/** `['province=35', 'province=32', 'sex=f']` → `{ province: '35,32', sex: 'f' }`. */
export function parseWhere(texts: string[]): Record<string, string> {
  const where: Record<string, string> = {};
  for (const text of texts) {
    const [, dimension, code] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (!dimension || !code) throw new BuktiError('cli.bad-where', { text }, exitStatus.usage);
    const name = dimension.trim();
    where[name] = name in where ? `${where[name]},${code.trim()}` : code.trim();
  }
  return where;
}

/** `a, b` → `['a', 'b']`. */
export function parseList(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
