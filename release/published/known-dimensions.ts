/** The dimensions that published tables can have, and the levels of each, finest first. */
export const knownDimensions: Readonly<Record<string, readonly string[]>> = {
  period: ['month', 'quarter', 'year'],
  region: ['regency', 'province'],
  category: ['category', 'sector'],
  sex: ['sex'],
  age_band: ['age_band', 'age_group'],
  disability: ['disability'],
  channel: ['channel'],
  classification: ['classification'],
  anonymity: ['anonymity'],
  agency: ['agency', 'agency_type'],
  reason: ['reason'],
  coordinator: ['coordinator'],
};
