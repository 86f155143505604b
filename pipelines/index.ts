export { hmacSql, padsOf } from './hmac.ts';
export { hashInput } from './input-hash.ts';
export { type Keys, openKeys } from './keys.ts';
export {
  type LandedFile,
  type LandOptions,
  type LandProgress,
  type LandResult,
  landFiles,
} from './land-files.ts';
export { prepareSession } from './profile.ts';
export { suppressedFile, suppressedHashSql } from './suppressed.ts';
export { removeLeftovers, temporaryName } from './temporary.ts';
