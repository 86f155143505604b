import type { Period } from '../../base/index.ts';
import type { DimensionName } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import type { PublishCatalogue } from './catalogue.ts';
import { publishDimension } from './catalogue.ts';
import {
  agencies,
  type CodeEntry,
  type CodeList,
  categories,
  coded,
  coordinators,
  plainCodes,
  regions,
  unknown,
} from './code-lists.ts';

/** One dimension at one level: its codes, and how a record finds its own. */
export interface Level {
  dimension: string;
  name: string;
  /** Of the whole dimension. */
  total: string;
  list: CodeList;
  /** Dimensions of the metrics that a record's code is read from. */
  columns: readonly DimensionName[];
  /** What each of those columns can hold. */
  values: readonly (readonly string[])[];
  /** The code without parts of what those columns say; a reason only where one is asked for. */
  leafOf(codes: readonly string[]): string;
}

/** `regency except 35, 91`: a level of which some codes are shown as a whole, without what lies below them. */
export function levelExcept(level: string, codes: readonly string[]): string {
  return codes.length === 0 ? level : `${level} except ${codes.join(', ')}`;
}

/** The level of such a text, and the codes. */
export function readLevelExcept(text: string): { name: string; except: readonly string[] } {
  const [name = '', codes] = text.split(' except ');
  return { name, except: codes?.split(', ') ?? [] };
}

/** The level without the codes below some others: reports there count for those. */
export function withoutBelowCodes(level: Level, codes: readonly string[]): Level {
  if (codes.length === 0) return level;
  const above = new Map(
    level.list.codes.flatMap(({ code, parent }) =>
      parent !== undefined && codes.includes(parent) ? [[code, parent] as const] : [],
    ),
  );
  return {
    ...level,
    list: { ...level.list, codes: level.list.codes.filter(({ code }) => !above.has(code)) },
    leafOf: (own) => {
      const code = level.leafOf(own);
      return above.get(code) ?? code;
    },
  };
}

export const total = '_T';
/** Reports that a reason is asked for, and all others. */
export const asked = 'asked';
export const notAsked = 'not_asked';

interface Wanted {
  session: Session;
  catalogue: PublishCatalogue;
  period: Period;
}

/** Months, or nothing where the level is that of the period itself, whose code is the total. */
export function periodLevel(period: Period, name: string): Level | undefined {
  if (name !== 'month' || period.kind !== 'quarter') return undefined;
  const first = Number(period.first.slice(5, 7));
  const months = [0, 1, 2].map(
    (step) => `${period.first.slice(0, 4)}-${String(first + step).padStart(2, '0')}`,
  );
  const list = { codes: coded(...months) };
  return level('period', name, list, { month: months }, ([month]) => month as string, period.id);
}

/** A dimension at a level, its codes as they are in the period. */
export async function readLevel(
  { session, catalogue, period }: Wanted,
  dimension: string,
  name: string,
): Promise<Level> {
  const own = ([code]: readonly string[]) => code as string;
  switch (`${dimension}.${name}`) {
    case 'region.province':
    case 'region.regency': {
      const { former } = publishDimension(catalogue, dimension);
      const { provinces, regencies, provinceOf } = await regions(session, period, former);
      const values = leavesOf(provinces).filter((code) => !code.startsWith('old:'));
      if (name === 'province') {
        return level(dimension, name, provinces, { province: values }, own);
      }
      const both = { province: values, regency: [...provinceOf.keys(), unknown] };
      return level(dimension, name, regencies, both, ([province, regency]) => {
        if (province === unknown) return unknown;
        // A place in a province of another time counts for the province alone.
        const fits = provinceOf.get(regency as string) === province;
        return fits ? (regency as string) : `${province}.${unknown}`;
      });
    }
    case 'category.category':
      return ofList(dimension, name, (await categories(session)).categories);
    case 'category.sector':
      return ofList(dimension, name, (await categories(session)).sectors, 'sector');
    case 'agency.agency':
      return ofList(dimension, name, (await agencies(session, period)).agencies);
    case 'agency.agency_type':
      return ofList(dimension, name, (await agencies(session, period)).types, 'type');
    case 'coordinator.coordinator':
      return ofList(dimension, name, await coordinators(session, period));
    case 'reason.reason':
      return ofList(dimension, name, await reasons(session));
    default:
      return await plainLevel({ session, catalogue }, dimension, name);
  }
}

async function reasons(session: Session): Promise<CodeList> {
  const codes = [...(await plainCodes(session, 'reason')), unknown];
  const leaves = codes.map((code): CodeEntry => ({ code, parent: asked, exists: true }));
  return { codes: [...coded(asked), ...leaves, ...coded(notAsked)] };
}

/** Coded columns as they are, or their groups that the catalogue names, with both where it is the finest. */
async function plainLevel(
  { session, catalogue }: Pick<Wanted, 'session' | 'catalogue'>,
  dimension: string,
  name: string,
): Promise<Level> {
  const { levels, groups } = publishDimension(catalogue, dimension);
  const finest = levels[0] as DimensionName;
  const coarser = Object.values(groups).flat();
  const codes = await plainCodes(session, finest);
  const groupOf = (code: string) => coarser.find(({ of }) => of.includes(code))?.code;
  if (name !== finest) {
    const names = coarser.map(({ code }) => code);
    const alone = codes.filter((code) => groupOf(code) === undefined);
    const list = { codes: coded(...names, ...alone, unknown) };
    return level(dimension, name, list, { [finest]: [...codes, unknown] }, ([code]) => {
      return groupOf(code as string) ?? (code as string);
    });
  }
  const leaves = codes.map((code): CodeEntry => ({ code, parent: groupOf(code), exists: true }));
  const list = {
    codes: [...coded(...coarser.map(({ code }) => code)), ...leaves, ...coded(unknown)],
  };
  return ofList(dimension, name, list);
}

/** A level whose codes are those of the column of its name, maybe with a prefix. */
function ofList(dimension: string, name: string, list: CodeList, prefix?: string): Level {
  const start = prefix === undefined ? '' : `${prefix}:`;
  const values = leavesOf(list).map((code) => code.slice(code === unknown ? 0 : start.length));
  return level(dimension, name, list, { [name]: values }, ([code]) =>
    code === unknown || code === notAsked ? (code as string) : start + code,
  );
}

/** Codes that have no parts. */
function leavesOf({ codes }: CodeList): string[] {
  const parents = new Set(codes.map(({ parent }) => parent));
  return codes.map(({ code }) => code).filter((code) => !parents.has(code));
}

function level(
  dimension: string,
  name: string,
  list: CodeList,
  values: Partial<Record<DimensionName, readonly string[]>>,
  leafOf: Level['leafOf'],
  whole = total,
): Level {
  const columns = Object.keys(values) as DimensionName[];
  return { dimension, name, total: whole, list, columns, values: Object.values(values), leafOf };
}
