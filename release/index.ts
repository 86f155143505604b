export { figureId, figureKey } from './figure-id.ts';
export { openRelease } from './open.ts';
export { sealedPeriods, sealedRecipients, sealedVersions } from './places.ts';
export * from './seal.ts';
export * from './types.ts';
