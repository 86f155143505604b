import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuktiError, packageRoot } from '../../base/index.ts';
import {
  clocks,
  dimension,
  dimensionNames,
  figureDefinitions,
  isClock,
  metricNames,
  metricStatistics,
  metricsCatalogue,
  queryDimensions,
  unitOf,
  unknownFields,
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
  it('names every metric, statistic and dimension, in the order of rows, and no other', () => {
    const catalogue = metricsCatalogue([shipped]);
    const names = (items: { name: string }[]) => items.map((item) => item.name);
    expect(names(catalogue.metrics)).toEqual(metricNames);
    for (const { name, statistics, clock } of catalogue.metrics) {
      expect(statistics).toEqual([...metricStatistics[name]]);
      expect(clock).toBe(isClock(name) ? name : undefined);
    }
    const statistics = new Set<string>(Object.values(metricStatistics).flat());
    expect(names(catalogue.statistics).sort()).toEqual([...statistics].sort());
    expect(names(catalogue.dimensions)).toEqual([...dimensionNames]);
    expect(names(catalogue.dimensions.filter(({ query }) => query))).toEqual(queryDimensions);
    expect(names(catalogue.clocks)).toEqual([...clocks]);
    expect(names(catalogue.fields)).toEqual([...unknownFields]);
  });

  it('says which way is better of a figure, not of its metric: less time, but more within it', () => {
    const { metrics } = metricsCatalogue([shipped]);
    const of = (metric: string, statistic: string) =>
      metrics.find(({ name }) => name === metric)?.details.find(({ name }) => name === statistic)
        ?.direction;
    expect(of('verify', 'median')).toBe('down_is_better');
    expect(of('verify', 'within_limit')).toBe('up_is_better');
    expect(of('resolve', 'incidence_60')).toBe('up_is_better');
    expect(of('resolve', 'started')).toBe('neutral');
    expect(of('reopened', 'incidence_60')).toBe('down_is_better');
    expect(of('received', 'count')).toBe('neutral');
  });

  it('gives each statistic the unit that the code gives it', () => {
    const catalogue = metricsCatalogue([shipped]);
    for (const metric of catalogue.metrics) {
      for (const { name, unit } of metric.details) {
        const written = catalogue.statistics.find((one) => one.name === name)?.unit;
        expect(unit, `${metric.name}.${name}`).toBe(unitOf(name, metric.name));
        if (written !== 'cases') expect(unit, `${metric.name}.${name}`).toBe(written);
      }
    }
  });

  it('says of every figure how it is made, by which method, and whether it may be summed', () => {
    const catalogue = metricsCatalogue([shipped]);
    const used = new Set<string>();
    for (const metric of catalogue.metrics) {
      for (const { name, methods, additive, unit, minimum_n } of metric.details) {
        const figure = `${metric.name}.${name}`;
        for (const method of methods) used.add(method.name);
        if (metric.population !== 'bodies') expect(methods, figure).not.toEqual([]);
        // Only counts add up, and every share, rate, mean and percentile needs its cases.
        const counts = ['reports', 'forwardings', 'bodies'].includes(unit);
        expect(additive === 'no', figure).toBe(!counts);
        expect(minimum_n !== null, figure).toBe(!counts);
      }
    }
    expect(used.size).toBeGreaterThan(8);
    for (const { file, name } of catalogue.methods) {
      const place = path.join(packageRoot(), 'metrics', 'estimators', file);
      expect(existsSync(place), `${name}: ${file}`).toBe(true);
    }
  });

  it('tells in both languages what a figure means', () => {
    const catalogue = metricsCatalogue([shipped]);
    const [id, en] = [figureDefinitions(catalogue, 'id'), figureDefinitions(catalogue, 'en')];
    const pairs = Object.values(metricStatistics).flat().length;
    expect([id.length, en.length]).toEqual([pairs, pairs]);
    const p90 = en.find((one) => one.metric === 'resolve' && one.statistic === 'p90');
    expect(p90).toMatchObject({ unit: 'working_days', minimum_n: 50, additive: 'no' });
    expect(p90?.source).toContain('Brookmeyer and Crowley (1982)');
    expect(p90?.clock).toContain('5, 14 or 60 working days');
    const same = id.filter((one, index) => one.formula === en[index]?.formula);
    expect(same.map(({ formula }) => formula)).toEqual([]);
  });

  it('lets the alias of a dimension be typed', () => {
    expect(dimension('gender')).toBe('sex');
    expect(() => dimension('gendre')).toThrow(/gender/);
  });

  it("lays a user's file over the shipped one of the same name", () => {
    write('9-coverage.yml', 'metrics: []\n');
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
    const metric = (meta: string) =>
      `metrics:
  - name: received
    label: { id: x, en: x }
    description: { id: x, en: x }
    type: simple
    type_params: { measure: x }
    config:
      meta:
        unit: reports
        population: reports
        direction: neutral
        source: x
        ${meta}
`;
    expect(problem('e.yml', metric('statistics: [median]'))).toEqual([
      'metrics.catalogue-value',
      13,
    ]);
    expect(problem('f.yml', metric('statistics: count'))).toEqual(['metrics.catalogue-value', 13]);
    const other = metric('statistics: [count]').replace('received', 'happiness');
    expect(problem('g.yml', other)).toEqual(['metrics.catalogue-value', 2]);
    const twice =
      'fields:\n  - { name: a, label: { id: x, en: x } }\n  - { name: a, label: { id: x, en: x } }\n';
    expect(problem('d.yml', twice)).toEqual(['metrics.catalogue-twice', 3]);
  });
});
