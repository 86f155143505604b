import { type Session, sqlString } from '../../warehouse/index.ts';

type Value = string | number | boolean | null;

function literal(value: Value): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? sqlString(value) : String(value);
}

/**
 * Makes a small table from columns.
 * @param columns name to `[type, values]`, all equally long
 */
export async function loadTable(
  session: Session,
  table: string,
  columns: Record<string, readonly [type: string, values: readonly Value[]]>,
): Promise<void> {
  const lists = Object.entries(columns).map(
    ([name, [type, values]]) => `unnest([${values.map(literal).join(',')}]::${type}[]) AS ${name}`,
  );
  await session.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${lists.join(', ')}`);
}

const word = 2 ** 32;

/** Weights as integers that add up to 2^32 (largest remainders; ties to the first). */
function integerShares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (weight / total) * word);
  const shares = exact.map(Math.floor);
  let missing = word - shares.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((value, index) => [value - Math.floor(value), index] as const)
    .sort((left, right) => right[0] - left[0] || left[1] - right[1]);
  for (let next = 0; missing > 0; next = (next + 1) % order.length, missing--) {
    const index = order[next]?.[1] ?? 0;
    shares[index] = (shares[index] ?? 0) + 1;
  }
  return shares;
}

/** One slot of an alias table: below `t` the slot's own value, else `alias`. */
export interface AliasSlot {
  t: number;
  alias: number;
}

/**
 * Walker's alias method in integers: 2^bits slots of equal probability that together give the
 * weights exactly (to 2^-32). M. D. Vose, IEEE Trans. Software Eng. 17 (1991) 972.
 */
export function aliasSlots(weights: readonly number[], bits: number): AliasSlot[] {
  const size = 2 ** bits;
  const capacity = word / size;
  const left = [...integerShares(weights), ...Array(size - weights.length).fill(0)] as number[];
  const slots: AliasSlot[] = left.map((_, index) => ({ t: capacity, alias: index }));
  const small = left.flatMap((share, index) => (share < capacity ? [index] : []));
  const large = left.flatMap((share, index) => (share > capacity ? [index] : []));
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop() as number;
    const rich = large.at(-1) as number;
    slots[poor] = { t: left[poor] as number, alias: rich };
    left[rich] = (left[rich] as number) - (capacity - (left[poor] as number));
    if ((left[rich] as number) > capacity) continue;
    large.pop();
    if ((left[rich] as number) < capacity) small.push(rich);
  }
  return slots;
}

/**
 * Makes table `c_<name>(key, t, alias)` of one alias table per group; read it with `choiceKey` and
 * `choiceValue`. A value is the index of its weight.
 */
export async function loadChoice(
  session: Session,
  name: string,
  groups: readonly (readonly number[])[],
  bits: number,
): Promise<void> {
  const slots = groups.flatMap((weights) => aliasSlots(weights, bits));
  await loadTable(session, `c_${name}`, {
    key: ['INTEGER', slots.map((_, index) => index)],
    t: ['BIGINT', slots.map((slot) => slot.t)],
    alias: ['INTEGER', slots.map((slot) => slot.alias)],
  });
}

/** SQL: the key of draw `u` in the alias table of group `group`. */
export function choiceKey(u: string, bits: number, group = '0'): string {
  return `(${group} * ${2 ** bits} + (${u} >> ${32 - bits})::INTEGER)`;
}

/** SQL: the value that draw `u` chose, `c` being the joined alias table. */
export function choiceValue(u: string, bits: number, c: string): string {
  const slot = `(${u} >> ${32 - bits})::INTEGER`;
  return `CASE WHEN (${u} & ${2 ** (32 - bits) - 1}) < ${c}.t THEN ${slot} ELSE ${c}.alias END`;
}

/** SQL: one of a list of texts by some bits of a draw; the list's length must be a power of two. */
export function listPick(list: readonly string[], u: string, shift = 0): string {
  const texts = list.map(sqlString).join(',');
  return `([${texts}])[1 + ((${u} >> ${shift}) & ${list.length - 1})::INTEGER]`;
}
