import type { Cell, Coordinates } from '../cells/cell.ts';
import { cellKey } from '../cells/coordinates.ts';
import type { Structure } from '../cells/structure.ts';
import type { Draft } from './build-problem.ts';
import type { LedgerCell } from './earlier-release.ts';
import { addNestedReleases } from './nested-releases.ts';
import type { Rules } from './options.ts';
import { type Universe, universeOf } from './universe.ts';

/**
 * Step G: earlier releases of the same period join the system. A cell that has not changed is the same variable
 * (an attacker may well know that nothing came late), so what one release shows all know. A cell that has
 * changed is a variable of its own, and what came or went is a third: `new = old + difference`. A difference
 * from 1 to T - 1 is a small group like any other, and is primary. Differences are taken to be known to be
 * no less than zero in the direction they have: the strongest knowledge that is consistent with the data.
 */
export function addEarlier(
  draft: Draft,
  universe: Universe,
  rules: Rules,
  thresholdOf: (at: Coordinates) => number,
  structure: Structure,
): void {
  const latest = new Map<string, number>(universe.keys.map((key, variable) => [key, variable]));
  const now = new Map(latest);
  const seen = new Set(draft.rows.map((row) => row.join()));
  for (const release of [...rules.earlier].reverse()) {
    const old = universeOf(release.structure, release.cells.map(asCell));
    const entries = new Map<string, LedgerCell>(
      release.cells.map((each) => [cellKey(each.at), each]),
    );
    const ids = old.keys.map((key, index) => {
      const n = old.counts[index] as number;
      const threshold = thresholdOf(old.at[index] ?? {});
      const later = latest.get(key);
      let id = later;
      if (id === undefined || draft.values[id] !== n) {
        id = draft.values.push(n) - 1;
        draft.hidden.add(id);
        if (n > 0 && n < threshold) {
          draft.needs.set(id, { reason: 'count', width: threshold, upper: threshold });
        }
        if (later !== undefined) addDifference(draft, later, id, threshold);
        latest.set(key, id);
      }
      const status = entries.get(key)?.status;
      if (status === 'hidden') {
        draft.hiddenBefore.add(later ?? id);
        draft.gaps.add(id);
        // Shown now it would be known then, and the gaps that stay would be known for the small ones.
        if (later === id) {
          draft.hidden.add(id);
          if (n === 0) draft.zeros.add(id);
        }
      }
      if (old.published[index] && status !== 'hidden') {
        draft.known.add(id);
        draft.hidden.delete(id);
      }
      return id;
    });
    for (const row of old.rows) {
      const mapped = row.map((index) => ids[index] as number);
      const key = mapped.join();
      if (!seen.has(key)) draft.rows.push(mapped);
      seen.add(key);
    }
    const own = new Map(old.keys.map((key, index) => [key, ids[index] as number]));
    addNestedReleases(
      draft,
      structure,
      release.structure,
      (key) => now.get(key) ?? own.get(key),
      thresholdOf,
    );
  }
  addImplied(draft);
}

/** What the sums of earlier releases leave no choice for is as good as shown: to hide it would protect nothing. */
function addImplied({ rows, known, hidden }: Draft): void {
  if (known.size === 0) return;
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const row of rows) {
      const open = row.filter((each) => !known.has(each));
      if (open.length !== 1) continue;
      known.add(open[0] as number);
      hidden.delete(open[0] as number);
    }
  }
}

function addDifference(draft: Draft, later: number, earlier: number, threshold: number): void {
  const change = (draft.values[later] as number) - (draft.values[earlier] as number);
  const size = Math.abs(change);
  const id = draft.values.push(size) - 1;
  draft.rows.push(change > 0 ? [later, earlier, id] : [earlier, later, id]);
  draft.hidden.add(id);
  if (size < threshold) {
    draft.needs.set(id, { reason: 'difference', width: threshold, upper: threshold });
  }
}

const asCell = ({ at, n, status }: LedgerCell): Cell => {
  return { at, n, keySum: 0, structuralZero: status === 'cannot-exist' };
};
