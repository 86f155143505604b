import type { IsoDate } from '../../base/index.ts';
import type { Session } from '../../warehouse/index.ts';
import type { Clock } from '../definitions.ts';
import { oncePerContext } from './once.ts';

/** A limit of a clock, and the first and last day that a report was under it. */
export interface LimitSpan {
  clock: Clock;
  /** `*` where it is one for all. */
  classification: string;
  days: number;
  first: IsoDate;
  last: IsoDate;
}

const states = ['open_within', 'open_beyond', 'unresolved', 'unresolved_reason'];

/** Figures (`metric.statistic`) that the limit of a clock decides; those that it does not are left out. */
export const limitedBy: Readonly<Partial<Record<Clock, readonly string[]>>> = {
  verify: ['verify.within_limit'],
  respond_agency: ['respond_agency.within_limit'],
  respond_citizen: ['respond_citizen.within_limit'],
  resolve: [
    'resolve.within_limit',
    'resolve_net.within_limit',
    ...states.flatMap((one) => [`${one}.count`, `${one}.share`]),
    'backlog.beyond_limit',
  ],
};

/** The limits that the reports of a warehouse are under. */
export const limitSpans = oncePerContext(readSpans);

async function readSpans(session: Session): Promise<LimitSpan[]> {
  const own = ['verify', 'respond_citizen', 'resolve'] as const;
  const rows = await session.rows<
    Record<`${(typeof own)[number]}_limit`, number | null> & {
      classification: string;
      first: IsoDate;
      last: IsoDate;
    }
  >(
    `select coalesce(classification, 'unknown') as classification,
      ${own.map((clock) => `${clock}_limit`).join(', ')},
      cast(min(submitted_date) as varchar) as first, cast(max(submitted_date) as varchar) as last
    from fct_complaint group by all`,
  );
  const answers = await session.rows<{ days: number; first: IsoDate; last: IsoDate }>(
    `select limit_days as days, cast(min(start_date) as varchar) as first,
      cast(max(start_date) as varchar) as last
    from fct_forwarding where limit_days is not null group by limit_days`,
  );
  return [
    ...rows.flatMap(({ classification, first, last, ...limits }) =>
      own.flatMap((clock): LimitSpan[] => {
        const days = limits[`${clock}_limit`];
        return days === null ? [] : [{ clock, classification, days, first, last }];
      }),
    ),
    ...answers.map((one): LimitSpan => ({ clock: 'respond_agency', classification: '*', ...one })),
  ];
}

interface Days {
  first: IsoDate;
  last: IsoDate;
}

/**
 * Whether a figure is judged by one limit in one period and by another, or by more, in the other: then it moves
 * though nobody was faster or slower.
 * @param figure `metric.statistic`
 * @param classification the only one whose reports are counted; undefined: all
 */
export function isJudgedOtherwise(
  spans: readonly LimitSpan[],
  figure: string,
  now: Days,
  base: Days,
  classification?: string,
): boolean {
  const own = spans.filter(
    (one) =>
      limitedBy[one.clock]?.includes(figure) &&
      (classification === undefined || ['*', classification].includes(one.classification)),
  );
  const within = ({ first, last }: Days, group: string) =>
    own
      .filter((one) => `${one.clock} ${one.classification}` === group)
      .filter((one) => one.first <= last && one.last >= first)
      .map(({ days }) => days)
      .sort((a, b) => a - b);
  const groups = new Set(own.map((one) => `${one.clock} ${one.classification}`));
  return [...groups].some((group) => {
    const [a, b] = [within(now, group), within(base, group)].map((list) => [...new Set(list)]);
    return a !== undefined && b !== undefined && a.length * b.length > 0 && a.join() !== b.join();
  });
}
