export { type BuildOptions, type BuildResult, buildWarehouse } from './build.ts';
export * from './checksum.ts';
export * from './kysely.ts';
export * from './landing-zone.ts';
export {
  type PublishedInfo,
  publishedInfo,
  type TestFinding,
  withPublished,
} from './published.ts';
export type { BuildEvent, OnProgress } from './run/progress.ts';
export * from './session.ts';
