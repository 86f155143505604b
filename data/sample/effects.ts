/**
 * The truth that the sample hides: what was changed, where and from when. Sizes are set so that the
 * best test that knows all of this has power 0.95 to 0.99 at the level where it is announced, in the
 * default sample (TRUTH.md).
 */
export interface PlantedEffect {
  id: 'women_wait' | 'backlog' | 'reason' | 'sex_coverage';
  /** First quarter in which it holds; it holds to the end of the sample. */
  from: string;
  /** Codes of the place in the data, as the warehouse names them. */
  where: {
    category?: string;
    provinces?: string[];
    agency?: string;
    reason?: string;
    sex?: 'f';
  };
  /** What it moves, in words of the metric catalogue. */
  metric: string;
}

/** Log-time added to women's first response, in thousandths. */
export const womenDelay = 710;
/** Log-time added to everything that the ministry does, in thousandths. */
export const backlogDelay = 1400;
/** Chance that an archived report bears the reason instead of its own. */
export const reasonSurge = 0.0425;

export const plantedEffects: readonly PlantedEffect[] = [
  {
    id: 'women_wait',
    from: '2026Q2',
    where: { category: 'social_welfare', provinces: ['32', '33', '35'], sex: 'f' },
    metric: 'respond_citizen',
  },
  { id: 'backlog', from: '2026Q3', where: { agency: 'kemnaker' }, metric: 'open' },
  { id: 'reason', from: '2026Q3', where: { reason: 'reporter_unreachable' }, metric: 'archived' },
  { id: 'sex_coverage', from: '2026Q3', where: { provinces: ['91'] }, metric: 'unknown' },
];

/** @throws Error where the id is none of the four, which types prevent */
export function plantedEffect(id: PlantedEffect['id']): PlantedEffect {
  const effect = plantedEffects.find((each) => each.id === id);
  if (!effect) throw new Error(`no planted effect ${id}`);
  return effect;
}
