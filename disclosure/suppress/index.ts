export { type EarlierRelease, type LedgerCell, releaseEntry } from './earlier-release.ts';
export { isDominated, isSensitiveByPercent, protectionLevel } from './magnitude.ts';
export type { SuppressOptions } from './options.ts';
export type { PrimaryReason } from './primary.ts';
export type { LogLine } from './protect.ts';
export { openCells, secretCells } from './secret-apart.ts';
export { suppress } from './suppress.ts';
export type { Audit, Suppressed } from './suppress-tables.ts';
