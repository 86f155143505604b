import type { IsoDate } from '../base/index.ts';
import type { MetricsContext, Population } from './context.ts';

/**
 * Residents of a place as it was in a time. A province from which others were cut later has their
 * residents too, since the reports of that time are counted for it.
 * @param place code of a province or regency, `''` for the country
 * @returns undefined where the place has no population, was not there yet, or was split within the
 *   time, so that no one number fits all of its days
 */
export function residentsOf(
  context: MetricsContext,
  place: string,
  { first, last }: { first: IsoDate; last: IsoDate },
): Population | undefined {
  const own = context.population.get(place);
  if (!own) return undefined;
  const bornOn = (code: string) =>
    context.provinces.find((province) => province.code === code)?.validFrom ?? first;
  if (context.formerProvinces.has(place) && bornOn(place) > first) return undefined;
  const residents = { ...own };
  for (const [successor, former] of context.formerProvinces) {
    if (former !== place || bornOn(successor) <= first) continue;
    const gone = context.population.get(successor);
    if (!gone || bornOn(successor) <= last) return undefined;
    residents.female += gone.female;
    residents.male += gone.male;
    residents.total += gone.total;
  }
  return residents;
}
