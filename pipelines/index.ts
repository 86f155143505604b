export {
  type LandedFile,
  type LandOptions,
  type LandProgress,
  type LandResult,
  landFiles,
} from './land-files.ts';
