export { eraseReports } from './erase.ts';
export { retentionCutoffs, retentionOf } from './retention.ts';
export type { EraseOptions, EraseRequest, EraseResult } from './types.ts';
