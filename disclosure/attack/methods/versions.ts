import type { Finding } from '../finding.ts';
import type { Book } from '../model/book.ts';
import type { Ground } from '../model/ground.ts';
import { groupBy } from '../model/group-by.ts';
import { shownValue } from '../model/method.ts';

/**
 * Differences between two releases that do not agree: what one hides and the other shows, and changes of so few
 * reports that the difference is a small group of its own.
 * @param truths exact counts of each: a cell that has changed is not given away by what it was or became
 */
export function versions(
  later: Ground,
  earlier: Ground,
  release: string,
  truths: Truths,
): Finding[] {
  return [
    ...shownElsewhere(later, earlier, release, truths),
    ...smallChanges(later, earlier, release),
  ];
}

interface Truths {
  readonly later: ReadonlyMap<string, number>;
  readonly earlier: ReadonlyMap<string, number>;
}

function shownElsewhere(
  later: Ground,
  earlier: Ground,
  release: string,
  truths: Truths,
): Finding[] {
  if (later.method.kind === 'perturb') return [];
  const findings: Finding[] = [];
  const pairs: [Book, Book, ReadonlyMap<string, number>][] = [
    [later.book, earlier.book, truths.later],
    [earlier.book, later.book, truths.earlier],
  ];
  for (const [hiding, showing, truth] of pairs) {
    for (const cell of hiding.cells.values()) {
      const value = shownValue(showing, cell.name);
      if (!later.counts.has(cell.measure) || later.known.has(cell.name)) continue;
      if (cell.shown.length > 0 || value === undefined) continue;
      if ((truth.get(cell.name) ?? value) !== value) continue;
      const { file, place } = cell.hidden[0] ?? { file: '', place: '' };
      const by = showing.cells.get(cell.name)?.shown[0]?.file ?? release;
      const base = { kind: 'elsewhere', severity: 'recovered', file, place } as const;
      findings.push({ ...base, cell: cell.name, low: value, high: value, by });
    }
  }
  return findings;
}

function smallChanges(later: Ground, earlier: Ground, release: string): Finding[] {
  const changed = new Map<string, number>();
  for (const cell of later.book.cells.values()) {
    if (!later.counts.has(cell.measure)) continue;
    const after = shownValue(later.book, cell.name);
    const before = shownValue(earlier.book, cell.name);
    if (after !== undefined && before !== undefined && after !== before)
      changed.set(cell.name, after - before);
  }
  if (changed.size === 0) return [];
  const { kind, threshold } = later.method;
  if (kind === 'perturb') return chains(later, earlier, changed, release);
  return [...changed]
    .filter(([, change]) => Math.abs(change) < threshold)
    .map(([name, change]) => findingAt(later.book, name, [change, change], release));
}

/**
 * Under noise one change is no more than a hint. But where every sum that changed has one part that changed, all of
 * these cells changed by the same reports: each difference is that number plus noise, and their mean tells it.
 */
function chains(
  later: Ground,
  earlier: Ground,
  changed: ReadonlyMap<string, number>,
  release: string,
): Finding[] {
  const group = new Map([...changed.keys()].map((name) => [name, name]));
  const find = (name: string): string => {
    const up = group.get(name) ?? name;
    return up === name ? name : find(up);
  };
  const broken = new Set<string>();
  for (const { parent, children } of later.equations) {
    const members = [parent, ...children];
    const shown = (name: string) =>
      shownValue(later.book, name) !== undefined && shownValue(earlier.book, name) !== undefined;
    if (!members.every(shown)) continue;
    const parts = children.filter((name) => changed.has(name));
    if (!changed.has(parent)) continue;
    if (parts.length === 1) group.set(find(parts[0] as string), find(parent));
    else if (parts.length > 1) broken.add(parent);
  }
  const { noise, variance, threshold } = later.method;
  const brokenRoots = new Set([...broken].map(find));
  const groups = groupBy(changed.keys(), find);
  const findings: Finding[] = [];
  for (const [root, names] of groups) {
    if (names.length < 3 || brokenRoots.has(root)) continue;
    const changes = names.map((name) => changed.get(name) as number);
    const mean = changes.reduce((sum, one) => sum + one, 0) / changes.length;
    const error = Math.sqrt((2 * variance) / changes.length);
    const low = Math.max(mean - 2 * error, ...changes.map((one) => one - 2 * noise));
    const high = Math.min(mean + 2 * error, ...changes.map((one) => one + 2 * noise));
    if (Math.max(Math.abs(low), Math.abs(high)) >= threshold) continue;
    const range: [number, number] = [Math.ceil(low), Math.floor(high)];
    findings.push(findingAt(later.book, names[0] as string, range, release));
  }
  return findings;
}

function findingAt(book: Book, name: string, [low, high]: [number, number], by: string): Finding {
  const { file, place } = book.cells.get(name)?.shown[0] ?? { file: '', place: '' };
  return { kind: 'change', severity: 'recovered', file, place, cell: name, low, high, by };
}
