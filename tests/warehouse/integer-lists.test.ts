import { expect, it } from 'vitest';
import { type Cell, type IntegerLists, withSession } from '../../warehouse/index.ts';

it('lists of integers come as they lie, the same as cell by cell', async () => {
  const sql = `
    select 'row ' || i as name,
      case when i = 4 then null else list_transform(range(i % 5), lambda x :
        case when x = 3 then null else (x - 1) * 4503599627370495 + i end) end as list
    from range(5000) as t(i) order by i`;
  await withSession({ threads: 1 }, async (session) => {
    const expected: Cell[][] = [];
    for await (const [names, lists] of session.chunks(sql)) {
      names?.forEach((name, row) => {
        // A null list is an empty one.
        expected.push([name, lists?.[row] ?? []]);
      });
    }
    const found: Cell[][] = [];
    for await (const [names, column] of session.columns(sql)) {
      const lists = column as IntegerLists;
      (names as Cell[]).forEach((name, row) => {
        found.push([name, lists.of(row)]);
        expect(lists.lengthOf(row)).toBe(lists.of(row).length);
      });
    }
    expect(found).toHaveLength(5000);
    expect(found).toEqual(expected);
    expect(found[8]).toEqual(['row 8', [-4503599627370487, 8, 4503599627370503]]);
    expect(found[9]?.[1]).toEqual([-4503599627370486, 9, 4503599627370504, null]);
  });
});
