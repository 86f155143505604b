import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BuktiError, packageRoot } from '../../base/index.ts';
import { Axis } from '../../release/published/axis.ts';
import { complainantsOf } from '../../release/published/complainants.ts';
import { Cube } from '../../release/published/cube.ts';
import {
  decidedLevels,
  publishCatalogue,
  readDecisions,
  type TableDecisions,
  writeDecisions,
} from '../../release/published/index.ts';
import {
  type Level,
  levelExcept,
  readLevelExcept,
  withoutBelowCodes,
} from '../../release/published/levels.ts';
import { outcomeOf } from '../../release/published/outcomes.ts';

let root: string;
let models: string[];
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bukti terbit '));
  models = [root, path.join(packageRoot(), 'models')];
  mkdirSync(path.join(root, 'publish'));
});
afterEach(() => rmSync(root, { recursive: true }));

const own = (name: string) => path.join(root, 'publish', name);
const shipped = (name: string) =>
  readFileSync(path.join(packageRoot(), 'models', 'publish', name), 'utf8');

/** A user's file over the shipped one, with one text changed. */
function change(name: string, from: string, to: string): void {
  expect(shipped(name)).toContain(from);
  writeFileSync(own(name), shipped(name).replace(from, to));
}

function problem(work: () => unknown): { key: string; text: string } {
  try {
    work();
  } catch (error) {
    const { key, message } = error as BuktiError;
    return { key, text: message };
  }
  throw new Error('nothing was thrown');
}
const wrong = () => problem(() => publishCatalogue({ models }));

describe('the catalogue of published tables', () => {
  it('is read as it is shipped', () => {
    const catalogue = publishCatalogue({ models });
    expect(catalogue).toMatchObject({ version: 2, threshold: 5, sensitiveThreshold: 10 });
    expect(catalogue.tables.map(({ by }) => Object.values(by).join(' '))).toEqual([
      'month province',
      'quarter category',
      'month province sex',
      'month category sex',
      'province category',
      'agency',
      'agency classification',
      'reason province',
      'reason category',
      'reason agency_type',
      'age_band sex',
      'disability sex',
      'channel sex',
      'coordinator category',
      'year regency sex',
    ]);
  });

  it('says which file and line cannot be used', () => {
    change(
      'tables.yml',
      'by: { disability: disability, sex: sex }',
      'by: { dissability: disability }',
    );
    const lines = shipped('tables.yml').split('\n');
    const line = lines.findIndex((one) => one.includes('by: { disability')) + 1;
    const unknown = wrong();
    expect(unknown.key).toBe('publish.unknown-dimension');
    expect(unknown.text).toContain(own('tables.yml'));
    expect(unknown.text).toContain(` ${line}: `);
    expect(unknown.text).toContain('"dissability"');
    change('tables.yml', 'by: { channel: channel, sex: sex }', 'by: { channel: kanal }');
    expect(wrong()).toMatchObject({ key: 'publish.unknown-level' });
    change(
      'tables.yml',
      '- resolve.incidence_14\n      - resolve.incidence_60',
      '- respond_agency.median',
    );
    expect(wrong()).toMatchObject({ key: 'publish.unknown-measure' });
    change('tables.yml', 'name: channel_sex', 'name: disability_sex');
    expect(wrong()).toMatchObject({ key: 'publish.twice' });
    rmSync(own('tables.yml'));
    change('catalogue.yml', 'threshold: 5', 'threshold: one');
    expect(wrong()).toMatchObject({ key: 'publish.catalogue-value' });
    expect(wrong().text).toContain('threshold');
    change('catalogue.yml', 'version: 2', '');
    expect(wrong()).toMatchObject({ key: 'publish.catalogue-lacks' });
  });

  it('has a hash of what is published, whatever it is called', () => {
    const { hash } = publishCatalogue({ models });
    change('tables.yml', 'en: Reports by period and province }', 'en: Other words }');
    expect(publishCatalogue({ models }).hash).toBe(hash);
  });

  it('is decided on once for a version', () => {
    const catalogue = publishCatalogue({ models });
    expect(problem(() => readDecisions({ models }, catalogue))).toMatchObject({
      key: 'publish.no-design',
    });
    const by = { age_band: 'age_group', sex: 'sex' };
    const decisions: TableDecisions = {
      version: 2,
      catalogue: catalogue.hash,
      quarters: ['2026Q2', '2026Q3'],
      year: '2025',
      tables: [
        {
          name: 'age_band_sex',
          by,
          steps: [{ dimension: 'age_band', from: 'age_band', to: 'age_group' }],
          because: ['small'],
          left: [],
          loss: { cells_before: 30, cells_after: 12, small_before: 0.4, small_after: 0 },
        },
      ],
    };
    const file = writeDecisions({ models }, decisions);
    expect(file).toBe(own('design-2.yml'));
    expect(readDecisions({ models }, catalogue)).toEqual(decisions);
    expect(decidedLevels(decisions).get('age_band_sex')).toEqual(by);
    expect(problem(() => writeDecisions({ models }, decisions)).key).toBe('publish.design-exists');
    // Another table under the same version would be published as finely as nobody has looked at.
    change('tables.yml', 'by: { channel: channel, sex: sex }', 'by: { channel: channel }');
    const changed = publishCatalogue({ models });
    expect(problem(() => readDecisions({ models }, changed)).key).toBe('publish.design-older');
  });
});

describe('the outcome of a table', () => {
  it('binds several horizons to one another', () => {
    const clock = { clock: 'resolve' as const, withinLimit: false, percentiles: [] };
    const measures = { states: [], clocks: [{ ...clock, horizons: [5, 14, 60] }] };
    const outcome = outcomeOf(measures, 15);
    expect(outcome?.rates.map(({ measure }) => measure)).toEqual([
      'resolve.incidence_5',
      'resolve.incidence_14',
    ]);
    expect(outcome?.relations).toContainEqual({
      parent: 'resolve.by_14',
      children: ['resolve.by_5', 'resolve.from_6_to_14'],
    });
    expect(outcome?.relations).toContainEqual({
      parent: 'resolve.not_by_5',
      children: ['resolve.from_6_to_14', 'resolve.not_by_14'],
    });
    expect(outcome?.codes).not.toContain('resolve.by_60');
  });

  it('is nothing where reports are counted alone', () => {
    expect(outcomeOf({ states: [], clocks: [] }, 15)).toBeUndefined();
  });
});

describe('a level except for some codes', () => {
  const level: Level = {
    dimension: 'region',
    name: 'regency',
    total: '_T',
    list: {
      codes: ['11', '35', '35.15', '35.78', '35.unknown', '11.71', 'unknown'].map((code) => ({
        code,
        ...(code.includes('.') ? { parent: code.slice(0, 2) } : {}),
        exists: true,
      })),
    },
    columns: ['province', 'regency'],
    values: [],
    leafOf: ([province, regency]) => regency ?? province ?? 'unknown',
  };

  it('counts what lies below them for them, and is told in one text', () => {
    expect(levelExcept('regency', [])).toBe('regency');
    const text = levelExcept('regency', ['35', '91']);
    expect(text).toBe('regency except 35, 91');
    const { name, except } = readLevelExcept(text);
    expect([name, except]).toEqual(['regency', ['35', '91']]);
    const less = withoutBelowCodes(level, except);
    expect(less.list.codes.map(({ code }) => code)).toEqual(['11', '35', '11.71', 'unknown']);
    expect(less.leafOf(['35', '35.78'])).toBe('35');
    expect(less.leafOf(['11', '11.71'])).toBe('11.71');
    expect(withoutBelowCodes(level, readLevelExcept('regency').except)).toBe(level);
  });
});

describe('complainants', () => {
  it('are counted once in every cell, whoever has how many reports', () => {
    const region = new Axis(
      'region',
      ['_T', '91', '93', '35', 'old:91'],
      [
        { parent: '_T', children: ['91', '93', '35'] },
        { parent: 'old:91', children: ['91', '93'] },
      ],
    );
    const sex = new Axis('sex', ['_T', 'f', 'm'], [{ parent: '_T', children: ['f', 'm'] }]);
    // Two families of codes over the same reports: a report counts for one of each.
    const outcome = new Axis(
      'outcome',
      ['_T', 'yes', 'no', 'soon', 'late', 'never', 'later'],
      [
        { parent: '_T', children: ['yes', 'no'] },
        { parent: '_T', children: ['soon', 'late', 'never'] },
        { parent: 'later', children: ['late', 'never'] },
      ],
    );
    const leavesOf = (kind: number) => [1 + (kind % 2), 3 + Math.floor(kind / 2)];
    const report = fc.record({
      outcome: fc.integer({ min: 0, max: 5 }),
      who: fc.integer({ min: 0, max: 5 }),
      region: fc.integer({ min: 1, max: 3 }),
      sex: fc.integer({ min: 1, max: 2 }),
    });
    const kindsOf = (axis: Axis, places: number[]) => ({
      kinds: Uint32Array.from(places),
      closures: axis.codes.map((_, place) => axis.closure([place])),
    });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 14 }), (reports) => {
        const cube = new Cube([region, sex, outcome]);
        for (const one of reports) {
          const cell = (one.region * 3 + one.sex) * 7;
          for (const leaf of leavesOf(one.outcome)) cube.add(cell + leaf, 1, 0, 0);
        }
        cube.rollUp();
        const people = [0, 1, 2, 3, 4, 5]
          .map((who) => reports.filter((one) => one.who === who))
          .filter((list) => list.length > 1);
        const starts = [0];
        for (const list of people) starts.push((starts.at(-1) as number) + list.length);
        const all = people.flat();
        const { complainants, largest } = complainantsOf(cube, {
          starts: Uint32Array.from(starts),
          axes: [
            kindsOf(
              region,
              all.map((one) => one.region),
            ),
            kindsOf(
              sex,
              all.map((one) => one.sex),
            ),
            {
              kinds: Uint32Array.from(all, (one) => one.outcome),
              closures: [0, 1, 2, 3, 4, 5].map((kind) => outcome.closure(leavesOf(kind))),
            },
          ],
        });
        const inRegion = (one: { region: number }, code: string) =>
          code === '_T' ||
          region.codes[one.region] === code ||
          (code === 'old:91' && one.region < 3);
        const hasOutcome = (one: { outcome: number }, code: string) =>
          code === '_T' ||
          leavesOf(one.outcome).some((leaf) => outcome.codes[leaf] === code) ||
          (code === 'later' && one.outcome > 1);
        const cells = region.codes.flatMap((place) =>
          sex.codes.flatMap((kind) => outcome.codes.map((code) => [place, kind, code] as const)),
        );
        for (const [cell, [place, kind, code]] of cells.entries()) {
          const inside = reports.filter(
            (one) =>
              inRegion(one, place) &&
              (kind === '_T' || sex.codes[one.sex] === kind) &&
              hasOutcome(one, code),
          );
          const of = [0, 1, 2, 3, 4, 5].map(
            (who) => inside.filter((one) => one.who === who).length,
          );
          expect([cube.n[cell], complainants[cell], largest[cell]]).toEqual([
            inside.length,
            of.filter((count) => count > 0).length,
            Math.max(...of),
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
