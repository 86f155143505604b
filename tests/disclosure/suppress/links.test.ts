import { expect, test } from 'vitest';
import { loadSolver } from '../../../disclosure/suppress/solver.ts';
import { suppressTables } from '../../../disclosure/suppress/suppress-tables.ts';
import { count, flat } from './tables.ts';

/** asked = open + postponed + archived, where tables by agency show the archived alone. */
const structure = {
  dimensions: [
    flat('agency', ['a1', 'a2', 'a3']),
    flat('reason', ['asked', 'not_asked']),
    flat('outcome', ['archived', 'open', 'postponed', 'other']),
  ],
  tables: [
    { name: 'reasons', dimensions: ['agency', 'reason'] },
    {
      name: 'states',
      dimensions: ['agency', 'outcome'],
      codes: { outcome: ['_T', 'archived'] },
    },
  ],
  links: [
    {
      parent: { reason: 'asked' },
      children: [{ outcome: 'archived' }, { outcome: 'open' }, { outcome: 'postponed' }],
    },
  ],
};

test('two parts of a sum that no table shows are one unknown: small, it is hidden; large, nothing is', async () => {
  const highs = await loadSolver();
  const cellsWith = (unseen: number) =>
    count(
      structure,
      ['a1', 'a2', 'a3'].flatMap((agency) => [
        { at: { agency, reason: 'asked', outcome: 'archived' }, n: 20 },
        { at: { agency, reason: 'asked', outcome: 'open' }, n: agency === 'a1' ? unseen - 1 : 30 },
        { at: { agency, reason: 'asked', outcome: 'postponed' }, n: agency === 'a1' ? 1 : 10 },
        { at: { agency, reason: 'not_asked', outcome: 'other' }, n: 50 },
      ]),
    );
  const many = suppressTables(highs, structure, cellsWith(9)).audit;
  expect(many).toMatchObject({ safe: true, hidden: 0 });
  const few = suppressTables(highs, structure, cellsWith(3));
  expect(few.audit).toMatchObject({ safe: true, primaries: { nested: 1 } });
  // Either side of 23 = 20 + 3 may go, with company that keeps it from being computed.
  const status = (at: object) =>
    few.cells.find((cell) => JSON.stringify(cell.at) === JSON.stringify(at))?.status;
  const sides = [
    { agency: 'a1', reason: 'asked' },
    { agency: 'a1', outcome: 'archived' },
  ];
  expect(sides.map(status)).toContain('hidden');
});
