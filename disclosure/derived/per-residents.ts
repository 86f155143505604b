import { roundHalfAway } from '../../base/index.ts';
import { defaultNoise, type NoiseParameters } from '../perturb/parameters.ts';
import { noisyPoisson } from './interval.ts';

/** Per 100,000 residents. */
export type ProtectedPerResidents =
  | {
      readonly kind: 'rate';
      readonly value: number;
      readonly lower: number;
      readonly upper: number;
    }
  /** Surely within these limits. */
  | { readonly kind: 'band'; readonly lower: number; readonly upper: number }
  | { readonly kind: 'hidden' };

/**
 * Complaints per 100,000 residents. The number of residents is public, so this is the count in other
 * words: made of the published count alone, hidden with it; where the count is shown as 0, `at most` what
 * the noise leaves open.
 * @param count published value; null where hidden
 */
export function perResidents(
  count: number | null,
  residents: number,
  noise: NoiseParameters = defaultNoise,
): ProtectedPerResidents {
  if (count === null || !(residents > 0)) return { kind: 'hidden' };
  const scaled = (n: number) => roundHalfAway((n * 100_000) / residents, 1);
  if (count <= noise.hidden || count === 0) {
    const upper = Math.ceil(((count + noise.deviation) * 1_000_000) / residents) / 10;
    return { kind: 'band', lower: 0, upper };
  }
  const { lower, upper } = noisyPoisson(count, noise.variance);
  return { kind: 'rate', value: scaled(count), lower: scaled(lower), upper: scaled(upper) };
}
