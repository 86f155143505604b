import type { IsoDate, Period } from '../../base/index.ts';
import type { Session } from '../../warehouse/index.ts';

/** A code, the one above it where there is one, and whether it can hold a report of the period at all. */
export interface CodeEntry {
  code: string;
  parent?: string | undefined;
  sensitive?: boolean;
  exists: boolean;
}

/** Codes of one level, in order, and further sums between them. */
export interface CodeList {
  codes: CodeEntry[];
  sums?: [parent: string, children: string[]][];
}

export const unknown = 'unknown';
export const coded = (...codes: string[]): CodeEntry[] =>
  codes.map((code) => ({ code, exists: true }));

interface Spell {
  from: IsoDate | null;
  to: IsoDate | null;
}

/** Whether something was there on any day of the period; an open side lasts. */
function during({ first, last }: Period, { from, to }: Spell): boolean {
  return (from === null || from <= last) && (to === null || to > first);
}

/**
 * Places of the period, by the province that they counted for on its first day. A regency that no
 * column names is `35.unknown`; `old:91` is a province as it was before others were cut from it.
 */
export async function regions(
  session: Session,
  period: Period,
  former: boolean,
): Promise<{ provinces: CodeList; regencies: CodeList; provinceOf: Map<string, string> }> {
  const rows = await session.rows<{
    code: string;
    level: string;
    province: string;
    from: IsoDate | null;
    to: IsoDate | null;
  }>(
    `select region_code as code, level, province_code as province, valid_from as from, valid_to as to
    from dim_region where region_code <> 'unknown' and (region_scheme <> 'kemendagri'
      or exists (from fct_complaint where region_scheme = 'kemendagri'))
    order by region_code`,
  );
  const history = await session.rows<{ code: string; former: string; from: IsoDate }>(
    `select province_code as code, former_province_code as former, valid_from as from
    from dim_region_history order by province_code`,
  );
  const later = new Map(
    history.filter(({ from }) => from > period.first).map(({ code, former: of }) => [code, of]),
  );
  const provinces = rows
    .filter(({ level }) => level === 'province')
    .map((row): CodeEntry => ({ code: row.code, exists: during(period, row) }));
  const provinceOf = new Map(
    rows
      .filter(({ level }) => level === 'regency')
      .map(({ code, province }) => [code, later.get(province) ?? province]),
  );
  const there = new Set(provinces.map(({ code }) => code));
  const regencies: CodeEntry[] = rows
    .filter(({ level }) => level === 'regency')
    .map((row) => ({
      code: row.code,
      parent: provinceOf.get(row.code),
      exists: during(period, row),
    }))
    .filter(({ parent }) => parent !== undefined && there.has(parent));
  const withoutRegency = provinces.map(({ code, exists }): CodeEntry => {
    return { code: `${code}.${unknown}`, parent: code, exists };
  });
  const cut = new Map<string, string[]>();
  for (const { code, former: of, from } of former ? history : []) {
    if (from > period.last || !there.has(of) || !there.has(code)) continue;
    cut.set(of, [...(cut.get(of) ?? [of]), code]);
  }
  const sums = [...cut].map(([code, parts]): [string, string[]] => [`old:${code}`, parts]);
  const level: CodeEntry[] = [
    ...coded(...sums.map(([code]) => code)),
    ...provinces,
    ...coded(unknown),
  ];
  return {
    provinces: { codes: level, sums },
    regencies: { codes: [...level, ...regencies, ...withoutRegency], sums },
    provinceOf,
  };
}

/** Categories under sectors (`sector:economy`); one without a known sector stands right under the total. */
export async function categories(session: Session): Promise<{
  sectors: CodeList;
  categories: CodeList;
}> {
  const rows = await session.rows<{ code: string; sector: string; sensitive: boolean }>(
    `select category_code as code, coalesce(sector, '${unknown}') as sector, coalesce(sensitive, false) as sensitive
    from dim_category where category_code <> '${unknown}' order by category_code`,
  );
  const names = [...new Set(rows.map(({ sector }) => sector))]
    .filter((one) => one !== unknown)
    .sort();
  const sectors = names.map((name): CodeEntry => {
    const all = rows.filter(({ sector }) => sector === name);
    return {
      code: `sector:${name}`,
      exists: true,
      sensitive: all.every(({ sensitive }) => sensitive),
    };
  });
  const leaves = rows.map(({ code, sector, sensitive }): CodeEntry => {
    return {
      code,
      parent: sector === unknown ? undefined : `sector:${sector}`,
      exists: true,
      sensitive,
    };
  });
  return {
    sectors: { codes: [...sectors, ...coded(unknown)] },
    categories: { codes: [...sectors, ...leaves, ...coded(unknown)] },
  };
}

/** Agencies under their types (`type:kementerian`). */
export async function agencies(
  session: Session,
  period: Period,
): Promise<{ types: CodeList; agencies: CodeList }> {
  const rows = await session.rows<Spell & { code: string; type: string }>(
    `select agency_code as code, agency_type as type, valid_from as from, valid_to as to
    from dim_agency where agency_code <> '${unknown}' order by agency_code`,
  );
  const names = [...new Set(rows.map(({ type }) => type))].filter((one) => one !== unknown).sort();
  const types = coded(...names.map((name) => `type:${name}`), unknown);
  const leaves = rows.map((row): CodeEntry => {
    const parent = row.type === unknown ? undefined : `type:${row.type}`;
    return { code: row.code, parent, exists: during(period, row) };
  });
  return { types: { codes: types }, agencies: { codes: [...types, ...leaves] } };
}

/** Coordinating ministries; an agency without a later one keeps that of a cabinet that is over. */
export async function coordinators(session: Session, { first }: Period): Promise<CodeList> {
  const rows = await session.rows<{ code: string; exists: boolean }>(
    `select coordinator_code as code, max(valid_to) > $1::date as exists from dim_coordination
    where coordinator_code not in ('none', '${unknown}') group by coordinator_code order by code`,
    [first],
  );
  return { codes: [...rows, ...coded('none', unknown)] };
}

/** Codes of a coded column: facts hold no other than those that have a label. */
export async function plainCodes(session: Session, dimension: string): Promise<string[]> {
  const rows = await session.rows<{ code: string }>(
    `select code from dim_code where dimension = $1 and code <> '${unknown}' order by sort, code`,
    [dimension],
  );
  return rows.map(({ code }) => code);
}
