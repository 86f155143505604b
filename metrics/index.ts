export * from './as-of.ts';
export * from './context.ts';
export * from './definitions.ts';
export { dimension, queryDimensions } from './dimensions.ts';
export * from './estimators/index.ts';
export type { Where } from './plan/spec.ts';
export * from './query.ts';
export * from './types.ts';
