import { z } from 'zod';

/** What manifests and tombstones have in common. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const quarter = z.string().regex(/^\d{4}Q[1-4]$/);
export const count = z.int().min(0);
export const versionNumber = z.int().min(1);
export const software = z.strictObject({ name: z.literal('bukti'), version: z.string() });
