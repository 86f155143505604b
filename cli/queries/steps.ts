import {
  BuktiError,
  exitStatus,
  type IsoDate,
  type Period,
  parsePeriod,
} from '../../base/index.ts';
import type { Question } from '../asking/options.ts';
import { readQuestion } from '../asking/options.ts';
import type { QueryStep, SavedQuery } from './schema.ts';

/** What the command line gives a saved query. */
export interface Given {
  /** One period: a quarter, a month or a year. */
  period: string;
  by: string | undefined;
  where: string[];
  known: IsoDate | undefined;
  /** The day that revisions are counted from. */
  since: IsoDate;
}

/**
 * The questions of a saved query for one period.
 * @throws BuktiError `asking.query.needs-by`, `asking.query.period`, and as `readQuestion`
 */
export function questionsOf(query: SavedQuery, given: Given): Question[] {
  const period = parsePeriod(given.period);
  if (!period)
    throw new BuktiError('metrics.unknown-period', { text: given.period }, exitStatus.usage);
  return query.steps.map((step) => {
    if (step.by === 'asked' && given.by === undefined) {
      throw new BuktiError('asking.query.needs-by', { name: query.name }, exitStatus.usage);
    }
    const own = Object.entries(step.where).flatMap(([name, codes]) =>
      [codes].flat().map((code) => `${name}=${code}`),
    );
    const compare = step.compare === 'revision' ? given.since : step.compare;
    return readQuestion(step.metrics, {
      by: step.by === 'asked' ? (given.by ?? '') : step.by.join(','),
      where: [...own, ...given.where],
      period: periodsOf(step.period, period).join(','),
      ...(compare === undefined ? {} : { compare }),
      ...(step.adjust === undefined ? {} : { adjust: step.adjust }),
      ...(given.known === undefined ? {} : { known: given.known }),
    });
  });
}

function periodsOf(wanted: QueryStep['period'], period: Period): string[] {
  if (wanted === 'asked') return [period.id];
  if (wanted === 'previous') return [back(period, 1)];
  if (wanted === 'year') return [back(period, { quarter: 4, month: 12, year: 1 }[period.kind])];
  return Array.from({ length: wanted.last }, (_, index) => back(period, wanted.last - 1 - index));
}

/** The period `steps` before, of the same kind. */
function back({ kind, first, id }: Period, steps: number): string {
  const year = Number(first.slice(0, 4));
  if (kind === 'year') return String(year - steps);
  const size = kind === 'quarter' ? 4 : 12;
  const own = kind === 'quarter' ? Number(id.slice(5)) : Number(first.slice(5, 7));
  const index = year * size + own - 1 - steps;
  const [before, part] = [Math.floor(index / size), (index % size) + 1];
  return kind === 'quarter' ? `${before}Q${part}` : `${before}-${String(part).padStart(2, '0')}`;
}
