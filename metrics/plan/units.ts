import type { ClusterSums } from '../estimators/design-effect.ts';

/** Sums over the weeks of each agency by figure and period, gathered beside the groups of a statement. */
export class Units {
  private readonly sums = new Map<string, Map<string, Map<string, ClusterSums>>>();

  private readonly known = new Map<string, number>();

  /** @param time the code of the period */
  add(figure: string, agency: string, time: string, sums: ClusterSums): void {
    const byTime = this.sums.get(figure) ?? new Map<string, Map<string, ClusterSums>>();
    this.sums.set(figure, byTime);
    const byAgency = byTime.get(time) ?? new Map<string, ClusterSums>();
    byTime.set(time, byAgency);
    byAgency.set(agency, sums);
  }

  /** A number that is computed when it is first asked for. */
  once(key: string, compute: () => number): number {
    const known = this.known.get(key) ?? compute();
    this.known.set(key, known);
    return known;
  }

  /** Sums by agency; empty where none were asked for. */
  of(figure: string, time: string): ReadonlyMap<string, ClusterSums> {
    return this.sums.get(figure)?.get(time) ?? new Map();
  }
}
