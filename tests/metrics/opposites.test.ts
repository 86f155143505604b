import { expect, it } from 'vitest';
import { oppositeCodes } from '../../metrics/compare/opposites.ts';
import { Group } from '../../metrics/plan/groups.ts';
import type { Dims } from '../../metrics/types.ts';

function groupsOf(list: [dims: Dims, received: number][]): Map<string, Group> {
  const groups = list.map(([dims, n]) => {
    const group = new Group(dims);
    if (n > 0) group.setCount('received', n);
    return group;
  });
  return new Map(groups.map((group) => [group.key, group]));
}

const given = (list: [dims: Dims, received: number][]) =>
  Object.fromEntries(oppositeCodes(groupsOf(list), 'province'));

it('two groups are all the others of each other where no third has a case', () => {
  // Those without a known code are nobody's others, a listed group without a report adds nothing.
  expect(
    given([
      [{ province: '11' }, 5],
      [{ province: '35' }, 7],
      [{ province: '92' }, 0],
      [{ province: 'unknown' }, 3],
    ]),
  ).toEqual({ 'province=11': '35', 'province=35': '11' });
});

it('of three groups each tests another hypothesis, and one alone has no other', () => {
  expect(
    given([
      [{ sex: 'f', province: '11' }, 5],
      [{ sex: 'f', province: '35' }, 7],
      [{ sex: 'f', province: '92' }, 1],
      [{ sex: 'm', province: '11' }, 5],
      [{ sex: 'm', province: '35' }, 7],
      [{ sex: 'unknown', province: '11' }, 2],
    ]),
  ).toEqual({ 'province=11&sex=m': '35', 'province=35&sex=m': '11' });
});
