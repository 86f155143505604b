import type { IsoDate } from '../base/index.ts';
import type { Cohort } from './cohorts.ts';
import type { MetricsContext } from './context.ts';
import { reasonDimensions } from './definitions.ts';
import { agencyDimensions } from './dimensions.ts';
import { type Frame, frameTimes } from './figures/frame.ts';
import { type Group, keyWithout } from './plan/groups.ts';
import type { SharedSums } from './shared-sums.ts';

interface Place {
  group: Group;
  context: MetricsContext;
  cohorts: readonly Cohort[];
  curveDays: number;
  /** Reasons without a report are rows of 0, for what they are compared with. */
  keepEmpty: boolean;
}

/** What the figures of a group are made from: its own integers, and those of its neighbours. */
export function frameOf(place: Place, sums: SharedSums): Frame {
  return new GroupFrame(place, sums);
}

class GroupFrame implements Frame {
  readonly group: Group;
  readonly context: MetricsContext;
  readonly asOf: IsoDate;
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly mature: number;
  readonly unfinished: boolean;
  readonly curveDays: number;
  readonly keepEmpty: boolean;
  private readonly sums: SharedSums;

  constructor({ group, context, cohorts, curveDays, keepEmpty }: Place, sums: SharedSums) {
    this.group = group;
    this.context = context;
    const times = frameTimes(cohorts);
    this.asOf = times.asOf;
    this.first = times.first;
    this.last = times.last;
    this.mature = times.mature;
    this.unfinished = times.unfinished;
    this.curveDays = curveDays;
    this.keepEmpty = keepEmpty;
    this.sums = sums;
  }

  get forwardingCoverage() {
    const { group, sums } = this;
    return sums.overAgencies.get(keyWithout(group, agencyDimensions)) ?? { covered: 0, all: 0 };
  }

  get reasons() {
    const { group, sums } = this;
    return sums.overReasons.get(keyWithout(group, reasonDimensions)) ?? { unknown: 0, all: 0 };
  }

  get sexCounts() {
    const { group, sums } = this;
    if (group.dims.sex === undefined) return undefined;
    return sums.overSexes.get(keyWithout(group, ['sex']));
  }
}
