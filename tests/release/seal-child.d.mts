/** Seals a quarter with one table of one metric and its public side. */
export function sealOne(root: string, id: string, keys: string): Promise<void>;
