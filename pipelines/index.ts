export { hmacSql, padsOf } from './hmac.ts';
export { type Keys, openKeys } from './keys.ts';
export {
  type LandedFile,
  type LandOptions,
  type LandProgress,
  type LandResult,
  landFiles,
} from './land-files.ts';
