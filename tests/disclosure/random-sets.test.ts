import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attackFolder } from '../../disclosure/attack/index.ts';
import { releaseEntry, type SuppressOptions } from '../../disclosure/suppress/index.ts';
import { loadSolver } from '../../disclosure/suppress/solver.ts';
import { type Suppressed, suppressTables } from '../../disclosure/suppress/suppress-tables.ts';
import { folderOf } from './attack/folder.ts';
import { exactFiles, filesOfSet, type RandomSet, randomSet } from './random-sets.ts';

/** `npm run test:full` looks at 1,000, larger ones, each published twice; `BUKTI_RANDOM_FROM` is the first seed. */
const full = process.env.BUKTI_RANDOM_SETS;
const sets = Number(full ?? 50);
const from = Number(process.env.BUKTI_RANDOM_FROM ?? 1);
const protections = [
  'primary',
  'shared-variables',
  'audit-and-repair',
  'singletons',
  'differencing',
] as const;
type Protection = (typeof protections)[number];
const highs = await loadSolver();

interface Releases {
  first: Suppressed;
  /** The same period again, under the ledger of the first. */
  second?: Suppressed;
}

function release(set: RandomSet, withSecond: boolean, off?: Protection): Releases {
  const { threshold, structure, cells, again } = set;
  const options: SuppressOptions = { threshold, without: off ? [off] : [] };
  const own = off === 'differencing' ? { threshold } : options;
  const first = suppressTables(highs, structure, cells, own);
  if (!withSecond) return { first };
  const earlier = [releaseEntry('v1', structure, cells, first.cells)];
  const second = suppressTables(highs, again.structure, again.cells, { ...options, earlier });
  return { first, second };
}

/** What an attacker finds in the public files, as an operator judges it who has the exact ones. */
async function leaks(set: RandomSet, { first, second }: Releases): Promise<string[]> {
  const { threshold, structure, cells, again } = set;
  const said = { method: 'suppress', parameters: { threshold } } as const;
  const folder = folderOf({
    ...filesOfSet(structure, first.cells, said, 'v1/'),
    ...(second ? filesOfSet(again.structure, second.cells, said, 'v2/') : {}),
  });
  const truth = folderOf({
    ...exactFiles(structure, cells, 'v1/'),
    ...(second ? exactFiles(again.structure, again.cells, 'v2/') : {}),
  });
  try {
    const { findings } = await attackFolder(folder, { truth });
    return findings
      .filter(({ severity }) => severity === 'recovered')
      .map(({ kind, file, cell, low, high }) => `${kind} ${file} ${cell} ${low}..${high}`);
  } finally {
    for (const one of [folder, truth]) rmSync(one, { recursive: true });
  }
}

describe(`${sets} random sets of linked tables under suppression`, () => {
  const found = new Map<Protection, number>();
  const tried = new Map<Protection, number>();
  const seen = { hidden: 0, singles: 0, zeros: 0, impossible: 0 };
  let [again, safeAgain] = [0, 0];

  it('the attacker recovers nothing', async () => {
    const wrong: string[] = [];
    for (let seed = from; seed < from + sets; seed++) {
      const set = randomSet(seed, full ? 'usual' : 'small');
      const both = release(set, full !== undefined || seed % 10 === 4);
      const { first, second } = both;
      // With nothing published before, every set can be protected.
      if (!first.audit.safe) wrong.push(`${seed}: not safe`);
      seen.hidden += first.audit.hidden;
      seen.impossible += set.impossible.length;
      seen.singles += set.cells.filter(({ n }) => n === 1).length;
      seen.zeros += set.cells.filter(({ n }) => n === 0).length;
      again += second ? 1 : 0;
      safeAgain += second?.audit.safe ? 1 : 0;
      // What is not safe is not published: an earlier release may have shown too much.
      const published = second?.audit.safe ? both : { first };
      wrong.push(...(await leaks(set, published)).map((leak) => `${seed}: ${leak}`));
      // In turn one protection is switched off.
      const off = protections[seed % protections.length] as Protection;
      const isLater = off === 'differencing';
      if (isLater && !second?.audit.safe) continue;
      // One leak shows that the protection is needed; how often, the full run tells.
      if (!full && found.has(off)) continue;
      tried.set(off, (tried.get(off) ?? 0) + 1);
      const open = release(set, isLater, off);
      expect((open.second ?? open.first).audit.safe).toBe(false);
      if ((await leaks(set, open)).length > 0) found.set(off, (found.get(off) ?? 0) + 1);
    }
    console.log(
      `${sets} sets, ${seen.hidden} gaps, ${wrong.length} recovered; ${again} published again, ${safeAgain} of them safe; ` +
        `leaks with one protection off: ${protections.map((one) => `${one} ${found.get(one) ?? 0} of ${tried.get(one) ?? 0}`).join(', ')}`,
    );
    expect(wrong).toEqual([]);
  }, 36_000_000);

  it.each(protections)('without %s the attacker finds leaks', (protection) => {
    expect(found.get(protection) ?? 0).toBeGreaterThan(0);
  });

  it('the sets hold what is hard to protect', () => {
    expect(seen.hidden).toBeGreaterThan(5 * sets);
    expect(seen.singles).toBeGreaterThan(sets);
    expect(seen.zeros).toBeGreaterThan(sets);
    expect(seen.impossible).toBeGreaterThan(sets / 4);
    expect(safeAgain).toBeGreaterThan(again / 2);
  });
});
