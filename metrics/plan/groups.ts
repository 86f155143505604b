import type { Cell, IntegerLists, Session } from '../../warehouse/index.ts';
import { kyselyFor } from '../../warehouse/kysely.ts';
import type { RelationName } from '../definitions.ts';
import { agencyDimensions } from '../dimensions.ts';
import type { DimensionName, Dims } from '../types.ts';
import { type Coverage, Group, keyWithout } from './group.ts';
import { CountNames } from './named-counts.ts';
import { type PartLists, readers } from './part-readers.ts';
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
  const groups = new Map<string, Group>();
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
      put[kind]?.(groupOf(groups, names, by, codes, row), lists, row, name);
    }
  }
  // Where there is no log there are no groups of forwardings: those of reports say so.
  if ([...coverage.values()].some(({ all, covered }) => all > 0 && covered === 0)) {
    return await collectGroups(session, { ...plan, coverageOnly: false }, units);
  }
  for (const group of coverage.size > 0 ? groups.values() : []) {
    group.coverage = coverage.get(keyWithout(group, agencyDimensions)) ?? { all: 0, covered: 0 };
  }
  return new Map([...groups.values()].map((group) => [group.key, group]));
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

function groupOf(
  groups: Map<string, Group>,
  names: CountNames,
  by: readonly DimensionName[],
  codes: readonly Cell[][],
  row: number,
): Group {
  let key = '';
  for (const column of codes) key += `${column[row]}\n`;
  const known = groups.get(key);
  if (known) return known;
  const group = new Group(dimsOf(by, codes, row), names);
  groups.set(key, group);
  return group;
}

function dimsOf(by: readonly DimensionName[], codes: readonly Cell[][], row: number): Dims {
  const dims: Dims = {};
  for (const [index, name] of by.entries()) dims[name] = String(codes[index]?.[row] ?? 'unknown');
  return dims;
}
