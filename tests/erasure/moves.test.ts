import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commitMoves, finishMoves, finishMovesLocked, type Moves } from '../../warehouse/index.ts';
import { lab } from '../pipelines/lab.ts';
import { fingerprint } from './world.ts';

const moves: Moves = {
  format: 1,
  swaps: [
    { target: 'forget/list', fresh: 'forget/.forget-1/list', old: 'forget/.forget-1/old' },
    { target: 'a/batch', fresh: 'a/.forget-new-batch', old: 'a/.forget-old-batch' },
    { target: 'b/vault', fresh: 'b/.forget-new-vault', old: 'b/.forget-old-vault' },
  ],
  remove: ['copy', 'forget/.forget-1'],
};
const files = {
  'forget/.forget-1/list': 'new',
  'a/batch/part': 'old',
  'a/.forget-new-batch/part': 'new',
  'b/vault/extract/part': 'old',
  'b/.forget-new-vault/extract/part': 'new',
  copy: 'old',
};

it('moves that are cut short after any step are finished by the next who writes', async () => {
  const place = lab();
  const { data } = place.workspace;
  const at = (name: string) => path.join(data, name);
  const set = () => {
    rmSync(data, { recursive: true, force: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      writeFileSync(at(name), text);
    }
  };
  set();
  commitMoves(place.workspace, moves);
  const done = fingerprint(data);
  expect(done.map((line) => line.split(' ')[0])).toEqual([
    'a/batch/part',
    'b/vault/extract/part',
    'forget/list',
  ]);
  expect(readFileSync(at('b/vault/extract/part'), 'utf8')).toBe('new');

  // Every renaming and removal in the order in which they are made, with the journal written before.
  const steps: (() => void)[] = [
    ...moves.swaps.flatMap(({ target, fresh, old }) => [
      () => existsSync(at(target)) && renameSync(at(target), at(old)),
      () => renameSync(at(fresh), at(target)),
    ]),
    ...[...moves.swaps.map(({ old }) => old), ...moves.remove].map(
      (name) => () => rmSync(at(name), { recursive: true, force: true }),
    ),
  ];
  for (let cut = 0; cut <= steps.length; cut++) {
    set();
    writeFileSync(at('forget/journal.json'), JSON.stringify(moves));
    for (const step of steps.slice(0, cut)) step();
    expect(finishMovesLocked(place.workspace)).toBe(true);
    const left = fingerprint(data, (name) => !name.startsWith('warehouse'));
    expect(left, `cut after ${cut}`).toEqual(done);
    expect(finishMovesLocked(place.workspace)).toBe(false);
  }
  expect(readdirSync(at('a'))).toEqual(['batch']);
  set();
  writeFileSync(at('forget/journal.json'), JSON.stringify(moves));
  expect(await finishMoves(place.workspace)).toBe(true);
  expect(readFileSync(at('a/batch/part'), 'utf8')).toBe('new');
  place.remove();
});
