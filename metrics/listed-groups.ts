import type { Period } from '../base/index.ts';
import { type Cohort, codeOf } from './cohorts.ts';
import type { MetricsContext } from './context.ts';
import { isTime } from './dimensions.ts';
import type { Where } from './plan/spec.ts';
import type { DimensionName, Dims } from './types.ts';

const closedCodes: Partial<Record<DimensionName, readonly string[]>> = {
  sex: ['f', 'm', 'unknown'],
  age_band: ['y0t17', 'y18t24', 'y25t34', 'y35t44', 'y45t59', 'y_ge60', 'unknown'],
  disability: ['yes', 'no', 'unknown'],
};

/**
 * Groups that are shown even where nothing was reported: each period, and by one dimension of
 * people, by province (those of Kemendagri that exist in the period, and `unknown`), or by agency where
 * reports received are counted (bodies in office): who has none is a figure.
 * @param ofBodies whether bodies without a report are to be listed
 */
export function listedGroups(
  context: MetricsContext,
  by: readonly DimensionName[],
  where: Where,
  cohorts: readonly Cohort[],
  ofBodies: boolean,
): Dims[] {
  const times = by.filter(isTime);
  const others = by.filter((name) => !isTime(name));
  const [dimension] = others;
  if (others.length > 1) return [];
  return cohorts.flatMap((cohort) => {
    const time: Dims = {};
    for (const name of times) {
      const code = codeOf(cohort.period, name);
      if (code !== undefined) time[name] = code;
    }
    const codes =
      dimension === undefined
        ? []
        : codesIn(context, dimension, cohort, ofBodies ? where : undefined);
    const all: Dims[] =
      dimension === undefined ? [time] : codes.map((code) => ({ ...time, [dimension]: code }));
    return all.filter((dims) => allowed(dims, where));
  });
}

function codesIn(
  context: MetricsContext,
  name: DimensionName,
  { period }: Cohort,
  ofBodies: Where | undefined,
) {
  // A field that no source has is missing as a whole, not a row of empty groups.
  if (!context.available.has(name)) return [];
  if (name === 'agency') {
    // Which bodies a coordinator or a place has among those without reports is not told by reports.
    if (!ofBodies || Object.keys(ofBodies).some((one) => placesOfBodies.has(one))) return [];
    const types = ofBodies.agency_type === undefined ? undefined : [ofBodies.agency_type].flat();
    return inOffice(
      context.bodies.filter(({ type }) => !types || types.includes(type)),
      period,
    );
  }
  if (name !== 'province') return closedCodes[name] ?? [];
  if (context.calendarName !== 'indonesia') return [];
  return [...inOffice(context.provinces, period), 'unknown'];
}

const placesOfBodies: ReadonlySet<string> = new Set([
  'coordinator',
  'province',
  'regency',
  'regency_kind',
]);

function inOffice(all: MetricsContext['provinces'], { first, last }: Period): string[] {
  return all
    .filter(({ validFrom, validTo }) => validFrom <= last && validTo > first)
    .map(({ code }) => code);
}

function allowed(dims: Dims, where: Where): boolean {
  return Object.entries(where).every(([name, codes]) => {
    const code = dims[name as DimensionName];
    return code === undefined || [codes].flat().includes(code);
  });
}
