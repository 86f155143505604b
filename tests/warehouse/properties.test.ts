import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BuktiError } from '../../base/index.ts';
import { nearest } from '../../base/nearest.ts';
import { withSession } from '../../warehouse/index.ts';
import { inDependencyOrder } from '../../warehouse/project/graph.ts';
import type { Seed } from '../../warehouse/project/types.ts';
import { seedSql } from '../../warehouse/run/seed-sql.ts';

/** Any graph of up to eight nodes: for each its refs. */
const graphs = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.array(fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), {
      minLength: size,
      maxLength: size,
    }),
  )
  .map((refs) =>
    refs.map((to, at) => ({ name: `n${at}`, file: `n${at}.sql`, refs: to.map((n) => `n${n}`) })),
  );

it('orders every graph without a circle, and draws a real circle in every other', () => {
  fc.assert(
    fc.property(graphs, (nodes) => {
      const refsOf = new Map(nodes.map((node) => [node.name, node.refs]));
      let ordered: typeof nodes;
      try {
        ordered = inDependencyOrder(nodes);
      } catch (error) {
        const steps = String((error as BuktiError).params.path).split(' -> ');
        expect(error).toBeInstanceOf(BuktiError);
        expect(steps.at(0)).toBe(steps.at(-1));
        for (const [at, step] of steps.slice(0, -1).entries()) {
          expect(refsOf.get(step)).toContain(steps[at + 1]);
        }
        return;
      }
      expect(ordered.map((node) => node.name).sort()).toEqual([...refsOf.keys()].sort());
      const place = new Map(ordered.map((node, at) => [node.name, at]));
      for (const node of ordered) {
        for (const ref of node.refs) {
          expect(place.get(ref)).toBeLessThan(place.get(node.name) as number);
        }
      }
    }),
  );
});

it('proposes the name itself, then one that is an edit away', () => {
  const names = ['stg_complaint', 'stg_event', 'dim_region'];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), (name, at) => {
      const cut = at % name.length;
      expect(nearest(name, names)).toBe(name);
      expect(nearest(name.slice(0, cut) + name.slice(cut + 1), names)).toBe(name);
      expect(nearest(name.toUpperCase(), names)).toBe(name);
    }),
  );
  expect(nearest('x', [])).toBe('-');
});

it('loads whatever a spreadsheet may write into a seed', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bukti-seed-'));
  const file = path.join(folder, 'seed.csv');
  const cell = fc.stringMatching(/^[ -~é ]{0,8}$/);
  const tables = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
  const style = fc.record({
    delimiter: fc.constantFrom(',', ';'),
    bom: fc.boolean(),
    newline: fc.constantFrom('\n', '\r\n'),
  });
  try {
    await withSession({ threads: 1 }, async (session) => {
      const property = fc.asyncProperty(
        tables,
        style,
        async (rows, { delimiter, bom, newline }) => {
          const write = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const lines = [`k${delimiter}v`, ...rows.map((row) => row.map(write).join(delimiter))];
          writeFileSync(file, (bom ? '\uFEFF' : '') + lines.join(newline) + newline);
          const relation = 'memory.main.seed';
          const seed: Seed = {
            kind: 'seed',
            name: 'seed',
            file,
            config: {},
            published: false,
            relation,
            columnTypes: {},
            delimiter: undefined,
          };
          await session.run(seedSql(seed).replace('CREATE TABLE', 'CREATE OR REPLACE TABLE'));
          const loaded = await session.rows<{ k: string; v: string }>('SELECT * FROM seed');
          expect(loaded.map((row) => [row.k ?? '', row.v ?? ''])).toEqual(rows);
        },
      );
      await fc.assert(property, { numRuns: 60 });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
