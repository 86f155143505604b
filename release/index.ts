export { figureId, figureKey } from './figure-id.ts';
export { openRelease } from './open.ts';
export { sealedPeriods, sealedRecipients, sealedVersions } from './places.ts';
export * from './seal.ts';
export { openSigningKey, publicPem, readPublicKey } from './signing/signing-key.ts';
export * from './types.ts';
export { problemsOf, type Verification, verifyReleases } from './verify/verify.ts';
