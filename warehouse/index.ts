// The query builder stays out (./kysely.ts): it takes long to load and only metrics/ needs it.
export { type BuildOptions, type BuildResult, buildWarehouse } from './build.ts';
export * from './checksum.ts';
export type { IntegerLists } from './integer-lists.ts';
export { isCurrent } from './is-current.ts';
export * from './landing-zone.ts';
export { checkWritable, withWriteLock } from './lock.ts';
export {
  commitMoves,
  finishMoves,
  finishMovesLocked,
  type Moves,
  pendingMoves,
} from './moves.ts';
export { type PublishedInfo, publishedInfo, type TestFinding } from './pointer.ts';
export { type ReadOptions, withPublished } from './published.ts';
export * from './read-only-sql.ts';
export type { BuildEvent, OnProgress } from './run/progress.ts';
export { isRunning } from './running.ts';
export * from './session.ts';
