import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';

/**
 * A folder that the files of a test run share: made by the first that asks, the others wait for it.
 * Who writes into it takes a copy.
 * @throws Error as the first who asked got it
 */
export async function madeOnce(
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = path.join(inject('worldFolder'), name);
  const result = `${folder}.made`;
  const say = (text: string) => {
    writeFileSync(`${result}.new`, text);
    renameSync(`${result}.new`, result);
  };
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    while (!existsSync(result)) await setTimeout(100);
    const failure = readFileSync(result, 'utf8');
    if (failure) throw new Error(failure);
    return folder;
  }
  try {
    await make(folder);
    say('');
  } catch (error) {
    say(String(error));
    throw error;
  }
  return folder;
}
