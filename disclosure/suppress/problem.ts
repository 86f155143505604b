/**
 * Cells as variables and the sums between them, as numbers. One variable is one set of records, in however
 * many tables it stands; a row says `parent = children[0] + children[1] + ...`.
 */
export interface Problem {
  readonly count: number;
  readonly rows: Rows;
  /** Rows that hold a variable. */
  readonly rowsOf: Lists;
  /** True counts. */
  readonly value: Float64Array;
  /** What an attacker knows a hidden value to be at least: 1 for a published gap, since zeros are shown. */
  readonly floor: Float64Array;
  /** What hiding it costs. */
  readonly cost: Float64Array;
  /** May never be hidden to protect others: a zero, a combination that cannot occur, a value shown before. */
  readonly fixed: Uint8Array;
  /** Required width of the interval of a hidden variable, 0 for none. Grows to 1 when it is hidden as a secondary. */
  readonly width: Float64Array;
  /** Required upper end of that interval, 0 for none. */
  readonly upper: Float64Array;
  readonly hidden: Uint8Array;
  /** Hidden for the sake of others. */
  readonly secondary: Uint8Array;
  /** All its records are of one complainant, who can subtract them. */
  readonly single: Uint8Array;
}

/** Lists of numbers one after the other: list i is `items[starts[i]] .. items[starts[i + 1] - 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** The first item of every list is the parent, the others are its children. */
type Rows = Lists;

export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, index) => {
    starts[index + 1] = (starts[index] as number) + list.length;
  });
  const items = new Int32Array(starts[lists.length] as number);
  lists.forEach((list, index) => {
    items.set(list, starts[index]);
  });
  return { starts, items };
}

/** For each of `count` items the lists that hold it, in order. */
export function transposed(lists: Lists, count: number): Lists {
  const starts = new Int32Array(count + 1);
  for (const item of lists.items) starts[item + 1] = (starts[item + 1] as number) + 1;
  for (let item = 0; item < count; item++) {
    starts[item + 1] = (starts[item + 1] as number) + (starts[item] as number);
  }
  const next = starts.slice();
  const items = new Int32Array(lists.items.length);
  for (let list = 0; list + 1 < lists.starts.length; list++) {
    for (const item of listAt(lists, list)) {
      items[next[item] as number] = list;
      next[item] = (next[item] as number) + 1;
    }
  }
  return { starts, items };
}

export function listAt(lists: Lists, index: number): Int32Array {
  return lists.items.subarray(lists.starts[index], lists.starts[index + 1]);
}

/** -1 for the parent, 1 for a child: every row sums to zero. */
export const signAt = (place: number): number => (place === 0 ? -1 : 1);

/** Hides a variable that need not be hidden for its own sake. */
export function hideAsSecondary(problem: Problem, variable: number): void {
  problem.hidden[variable] = 1;
  problem.secondary[variable] = 1;
  problem.width[variable] = Math.max(1, problem.width[variable] as number);
}
