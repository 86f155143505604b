import type { Cell, IntegerLists, Session } from '../../warehouse/index.ts';
import { kyselyFor } from '../../warehouse/kysely.ts';
import type { RelationName } from '../definitions.ts';
import { agencyDimensions } from '../dimensions.ts';
import type { DimensionName, Dims } from '../types.ts';
import { type Coverage, Group, keyWithout } from './group.ts';
import { CountNames } from './named-counts.ts';
import type { PartLists } from './part-lists.ts';
import { readers } from './part-readers.ts';
import { clustersOf } from './parts/clusters.ts';
import type { Plan } from './spec.ts';
import { statement } from './statement.ts';
import type { Units } from './units.ts';

export * from './group.ts';

/** Runs a plan and gathers its rows by group, under `groupKey`. */
export async function collectGroups(
  session: Session,
  plan: Plan,
  units?: Units,
): Promise<Map<string, Group>> {
  const query = statement(plan).compile(kyselyFor(session));
  const { by } = plan;
  const names = new CountNames();
  const put = readers(plan, names);
  const groups = new GroupsByCode(by, names);
  const coverage = new Map<string, Coverage>();
  for await (const columns of session.columns(query.sql, query.parameters as string[])) {
    const parts = columns[0] as string[];
    const codes = columns.slice(1, by.length + 1) as Cell[][];
    const [items, n0, n1, n2] = columns.slice(by.length + 1) as IntegerLists[];
    const lists = { items, n0, n1, n2 } as PartLists;
    for (const [row, part] of parts.entries()) {
      // A list over no row at all.
      if (lists.items.lengthOf(row) === 0) continue;
      const [kind, name] = kindOf(part);
      if (kind === 'u') {
        const time = String(codes[by.indexOf(plan.unitTime as DimensionName)]?.[row]);
        if (units) addUnits(units, plan, { name, time }, lists, row);
        continue;
      }
      if (kind === 'coverage') {
        const rest = new Group(dimsOf(by, codes, row));
        const [all, covered] = [lists.n0.at(row, 0), lists.n0.at(row, 1)];
        coverage.set(keyWithout(rest, agencyDimensions), { all, covered });
        continue;
      }
      put[kind]?.(groups.of(codes, row), lists, row, name);
    }
  }
  // Where there is no log there are no groups of forwardings: those of reports say so.
  if ([...coverage.values()].some(({ all, covered }) => all > 0 && covered === 0)) {
    return await collectGroups(session, { ...plan, coverageOnly: false }, units);
  }
  for (const group of coverage.size > 0 ? groups.all : []) {
    group.coverage = coverage.get(keyWithout(group, agencyDimensions)) ?? { all: 0, covered: 0 };
  }
  return new Map([...groups.all].map((group) => [group.key, group]));
}

/** `t:resolve` → `t` and `resolve` */
function kindOf(part: string): [kind: string, name: string] {
  const colon = part.indexOf(':');
  return colon < 0 ? [part, ''] : [part.slice(0, colon), part.slice(colon + 1)];
}

/** The two items of each figure of an agency (parts/units.ts); the name is `<relation>:<agency>`. */
function addUnits(
  units: Units,
  plan: Plan,
  { name, time }: { name: string; time: string },
  { n0, n1, n2 }: PartLists,
  row: number,
): void {
  const [relation, agency] = kindOf(name);
  for (const [position, { figure }] of clustersOf(plan, relation as RelationName).entries()) {
    const at = (lists: IntegerLists, item: number) => lists.at(row, position * 2 + item) || 0;
    units.add(figure, agency, time, {
      clusters: at(n0, 0),
      x: at(n1, 0),
      n: at(n2, 0),
      xx: at(n0, 1),
      xn: at(n1, 1),
      nn: at(n2, 1),
    });
  }
}

/** Groups by the codes that rows give them. */
class GroupsByCode {
  readonly all: Group[] = [];
  private readonly by: readonly DimensionName[];
  private readonly names: CountNames;
  private readonly found = new Map<string, Group>();
  /** Of each dimension the codes met, so that each is kept once, and by number. */
  private readonly known: { codes: string[]; numbers: Map<Cell, number> }[];

  constructor(by: readonly DimensionName[], names: CountNames) {
    this.by = by;
    this.names = names;
    this.known = by.map(() => ({ codes: [], numbers: new Map() }));
  }

  of(columns: readonly Cell[][], row: number): Group {
    // Two characters a code are a much shorter key than the codes.
    let key = '';
    for (let index = 0; index < columns.length; index++) {
      const number = this.numberOf(index, columns[index]?.[row] ?? null);
      key += String.fromCharCode(number >> 16, number & 0xffff);
    }
    let group = this.found.get(key);
    if (!group) {
      group = new Group(this.dimsOf(columns, row), this.names);
      this.found.set(key, group);
      this.all.push(group);
    }
    return group;
  }

  private numberOf(index: number, cell: Cell): number {
    const { codes, numbers } = this.known[index] as (typeof this.known)[number];
    const known = numbers.get(cell);
    if (known !== undefined) return known;
    numbers.set(cell, codes.length);
    return codes.push(String(cell ?? 'unknown')) - 1;
  }

  private dimsOf(columns: readonly Cell[][], row: number): Dims {
    const dims: Dims = {};
    for (const [index, name] of this.by.entries()) {
      const number = this.numberOf(index, columns[index]?.[row] ?? null);
      dims[name] = this.known[index]?.codes[number] as string;
    }
    return dims;
  }
}

function dimsOf(by: readonly DimensionName[], codes: readonly Cell[][], row: number): Dims {
  const dims: Dims = {};
  for (const [index, name] of by.entries()) dims[name] = String(codes[index]?.[row] ?? 'unknown');
  return dims;
}
