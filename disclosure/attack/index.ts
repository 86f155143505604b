export { type AttackOptions, type AttackResult, attackFolder } from './attack.ts';
export type { Finding, FindingKind, Reason, Severity } from './finding.ts';
export type {
  Extract,
  Extracted,
  Extractor,
  Grid,
  GridCell,
  GridRow,
  Passage,
} from './read/extract.ts';
export { readHtml } from './read/html.ts';
export { readJson } from './read/json.ts';
export type { Range } from './solve/ranges.ts';
