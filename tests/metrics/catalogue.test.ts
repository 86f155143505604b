import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuktiError, packageRoot } from '../../base/index.ts';
import {
  dimension,
  isClock,
  metricNames,
  metricStatistics,
  metricsCatalogue,
  queryDimensions,
  unitOf,
} from '../../metrics/index.ts';

const shipped = path.join(packageRoot(), 'models');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bukti-catalogue-'));
  mkdirSync(path.join(folder, 'metrics'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) =>
  writeFileSync(path.join(folder, 'metrics', name), text);

describe('the catalogue', () => {
  it('names every metric, statistic and dimension that can be asked for, and no other', () => {
    const catalogue = metricsCatalogue([shipped]);
    const names = (items: { name: string }[]) => items.map((item) => item.name).sort();
    expect(names(catalogue.metrics)).toEqual([...metricNames].sort());
    for (const { name, statistics, clock } of catalogue.metrics) {
      expect(statistics).toEqual([...metricStatistics[name]]);
      expect(clock).toBe(isClock(name) ? name : undefined);
    }
    const statistics = new Set(Object.values(metricStatistics).flat());
    expect(names(catalogue.statistics)).toEqual([...statistics].sort());
    expect(names(catalogue.dimensions)).toEqual([...queryDimensions].sort());
  });

  it('gives each statistic the unit that the code gives it', () => {
    const units = metricsCatalogue([shipped]).metrics.map(({ name, unit }) => [name, unit]);
    expect(Object.fromEntries(units)).toMatchObject({
      received: unitOf('count'),
      resolve: unitOf('median'),
      rating: unitOf('mean'),
      unknown: unitOf('share'),
    });
  });

  it('lets the alias of a dimension be typed', () => {
    expect(dimension('gender')).toBe('sex');
    expect(() => dimension('geslacht')).toThrow(/gender/);
  });

  it("lays a user's file over the shipped one of the same name", () => {
    write('coverage.yml', 'metrics: []\n');
    const catalogue = metricsCatalogue([folder, shipped]);
    expect(catalogue.metrics.some(({ name }) => name === 'unknown')).toBe(false);
    expect(catalogue.metrics.some(({ name }) => name === 'resolve')).toBe(true);
  });

  it('names file and line of what is wrong', () => {
    const problem = (name: string, text: string) => {
      write(name, text);
      try {
        metricsCatalogue([folder]);
      } catch (error) {
        if (error instanceof BuktiError) return [error.key, error.params.line];
        throw error;
      } finally {
        rmSync(path.join(folder, 'metrics', name));
      }
      return undefined;
    };
    expect(problem('a.yml', 'metrics:\n  - name: [\n')).toEqual(['metrics.catalogue-syntax', 3]);
    expect(problem('b.yml', 'statistics:\n  - name: count\n    label: { id: x }\n')).toEqual([
      'metrics.catalogue-value',
      3,
    ]);
    expect(problem('c.yml', 'dimensions: []\nmetrcs: []\n')).toEqual([
      'metrics.catalogue-value',
      2,
    ]);
    const twice =
      'fields:\n  - { name: a, label: { id: x, en: x } }\n  - { name: a, label: { id: x, en: x } }\n';
    expect(problem('d.yml', twice)).toEqual(['metrics.catalogue-twice', 3]);
  });
});
