import type { Redrawn } from '../../disclosure/index.ts';

/** By the folder of a part the cells whose noise is drawn again. */
export type PartsRedrawn = ReadonlyMap<string, Redrawn>;

/** As the vault keeps it. */
export type RedrawnFile = Readonly<Record<string, Readonly<Record<string, number>>>>;

export function toFile(redrawn: PartsRedrawn): RedrawnFile {
  return Object.fromEntries(
    [...redrawn].sort().map(([folder, own]) => [folder, Object.fromEntries([...own].sort())]),
  );
}

export function fromFile(file: RedrawnFile): PartsRedrawn {
  return new Map(
    Object.entries(file).map(([folder, own]) => [folder, new Map(Object.entries(own))]),
  );
}
