import { type Clock, clockRelation } from '../definitions.ts';
import {
  aalenJohansen,
  type DayHistogram,
  enoughForPercentile,
  type IncidencePoint,
  incidenceInterval,
  minimumN,
  percentile,
  share,
} from '../estimators/index.ts';
import type { IntervalOptions } from '../estimators/reference.ts';
import type { Group } from '../plan/groups.ts';
import { horizonOf, matureOf } from '../requests.ts';
import type { FigureStatus, MetricRow } from '../types.ts';
import { countRow, shareRow } from './counts.ts';
import { emptyRow, type Frame } from './frame.ts';

/** Least share of reports with an event log for a curve to be shown. */
const leastCoverage = 0.8;

/** The figures of one clock in one group, one call a statistic. */
export class ClockFigures {
  private readonly frame: Frame;
  private readonly clock: Clock;
  private readonly started: number;
  private readonly trouble: FigureStatus | undefined;
  private readonly end: number | null;
  private known: IncidencePoint[] | undefined;
  private readonly options: IntervalOptions;

  /** @param options level and design effect of the intervals, 95 % and none unless told */
  constructor(frame: Frame, clock: Clock, options: IntervalOptions = {}) {
    this.options = options;
    this.frame = frame;
    this.clock = clock;
    this.started = this.count('started');
    this.trouble = this.coverageTrouble();
    this.end = frame.group.days(clock).end;
  }

  /** Only days up to the curve's end are said anything about. */
  private get points(): IncidencePoint[] {
    const length = (this.end ?? -1) + 1;
    this.known ??= aalenJohansen(filledDays(this.frame.group, this.clock, length)).slice(0, length);
    return this.known;
  }

  rows(statistic: string): MetricRow[] {
    if (statistic === 'incidence') return this.curve();
    if (statistic === 'median') return [this.percentile(statistic, 0.5)];
    if (statistic === 'p90') return [this.percentile(statistic, 0.9)];
    if (statistic === 'within_limit') return [this.withinLimit()];
    const horizon = horizonOf(statistic);
    if (horizon !== undefined) return [this.incidence(statistic, horizon)];
    if (this.trouble === 'not_available') return [{ ...this.row(statistic), status: this.trouble }];
    const troubles = ['time_unknown', 'time_invalid', 'calendar_missing'];
    const all =
      clockRelation[this.clock] === 'complaint'
        ? Math.max(this.started, this.frame.group.count('received'))
        : troubles.reduce((sum, name) => sum + this.count(name), this.started);
    return [countRow(this.frame, this.clock, statistic, this.count(statistic), all)];
  }

  private incidence(statistic: string, day: number): MetricRow {
    const row = this.row(statistic);
    const provisional = row.provisional || day > this.frame.mature;
    if (this.trouble) return { ...row, provisional, status: this.trouble };
    if (day <= matureOf(this.clock, this.frame.mature)) {
      // Nothing is censored before the horizon: the incidence is the plain share.
      const events = this.count(`by_${day}`);
      return { ...row, ...share(events, this.started), ...this.parts(events) };
    }
    const point = this.points[day];
    if (this.started < minimumN || !point) return { ...row, provisional, status: 'below_minimum' };
    return { ...row, provisional, ...this.valuesAt(point) };
  }

  private curve(): MetricRow[] {
    if (this.trouble || this.started < minimumN) return [];
    return this.points.slice(0, this.frame.curveDays + 1).map((point) => ({
      ...this.row('incidence', String(point.day)),
      provisional: this.frame.unfinished || point.day > this.frame.mature,
      ...this.valuesAt(point),
    }));
  }

  private percentile(statistic: string, q: number): MetricRow {
    const row = this.row(statistic);
    row.denominator = this.end;
    if (this.trouble || !enoughForPercentile(this.started, q) || this.end === null) {
      row.status = this.trouble ?? 'below_minimum';
      return row;
    }
    const found = percentile(this.points, this.started, q, this.options);
    row.provisional ||= (found.value ?? this.end) > this.frame.mature;
    row.value = found.value;
    row.low = found.value === null ? this.end : found.low;
    row.high = found.value === null ? null : found.high;
    if (found.value === null) row.status = 'not_reached';
    return row;
  }

  private withinLimit(): MetricRow {
    const [kept, judged] = [this.count('kept'), this.count('judged')];
    const row = shareRow(this.frame, this.clock, 'within_limit', kept, judged);
    const provisional = row.provisional || judged < this.count('limited');
    if (!this.trouble) return { ...row, provisional };
    return { ...row, ...this.row('within_limit'), provisional, status: this.trouble };
  }

  private valuesAt(point: IncidencePoint) {
    return {
      value: point.incidence,
      ...incidenceInterval(point, this.started, this.options),
      ...(point.complete ? this.parts(point.events) : {}),
    };
  }

  /** Shown where nothing was censored before: only then is the incidence their ratio. */
  private parts(events: number) {
    return { numerator: events, denominator: this.started };
  }

  private coverageTrouble(): FigureStatus | undefined {
    const { covered, all } =
      clockRelation[this.clock] !== 'complaint'
        ? this.frame.forwardingCoverage
        : { covered: this.count('covered'), all: this.frame.group.count('received') };
    if (all === 0) return undefined;
    if (covered === 0) return 'not_available';
    return covered < leastCoverage * all ? 'low_coverage' : undefined;
  }

  private count(name: string): number {
    return this.frame.group.count(`${this.clock}_${name}`);
  }

  private row(statistic: string, day?: string): MetricRow {
    return emptyRow(
      this.frame,
      this.clock,
      statistic,
      this.started,
      day === undefined ? undefined : { day },
    );
  }
}

/** The day histogram of a clock without gaps, at least so long. */
export function filledDays(group: Group, clock: Clock, least = 0): DayHistogram {
  return group.days(clock).filled(least);
}
