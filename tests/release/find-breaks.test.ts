import { describe, expect, it } from 'vitest';
import type { Basis, Rule } from '../../release/basis.ts';
import { type Break, findBreaks } from '../../release/breaks/find-breaks.ts';
import { breaksOf } from '../../release/index.ts';

const rule = (version: number, value?: number): Rule => ({
  version,
  sha256: `${version}-${value}`,
  ...(value === undefined ? {} : { value }),
});
const basis = (more: Partial<Basis>): Basis => ({
  ...{ definitions: {}, limits: {}, mappings: {}, calendar: {}, code_sha256: 'x' },
  ...more,
});
const before = basis({
  definitions: { 'resolved.share': rule(1), 'received.count': rule(1) },
  limits: { 'verify/*': rule(1, 3), 'resolve/complaint': rule(4, 60) },
  mappings: { 'lapor-export': rule(1) },
  calendar: { '2026Q1': rule(1) },
});
const find = (now: Partial<Basis>, breaks: Break[] = [], then = { 'verify/*': 3 }) =>
  findBreaks('2026Q3', { basis: before, breaks }, basis({ ...before, ...now }), then);

describe('findBreaks', () => {
  it('finds none where nothing changed, in rules that only one of the two has, and in working days', () => {
    expect(find({})).toEqual([]);
    expect(find({ definitions: { ...before.definitions, 'new.count': rule(1) } })).toEqual([]);
    expect(find({ mappings: {} })).toEqual([]);
    expect(find({ calendar: { '2026Q1': rule(2) } })).toEqual([]);
    expect(findBreaks('2026Q3', undefined, before, {})).toEqual([]);
    // A release of a program that kept no rules yet.
    expect(findBreaks('2026Q3', {}, before, {})).toEqual([]);
  });

  it('tells a limit that holds from now on from one that was wrong all the time', () => {
    const limits = { ...before.limits, 'verify/*': rule(2, 2) };
    const named = {
      name: 'limits/verify/*@2026Q3',
      values: [3, 2],
      figures: ['verify.within_limit'],
    };
    expect(find({ limits })).toMatchObject([{ ...named, recomputed: false }]);
    // Today's seed has the new limit in the quarter before too.
    expect(find({ limits }, [], { 'verify/*': 2 })).toMatchObject([{ ...named, recomputed: true }]);
  });

  it('tells a break on for eight quarters, and a changed mapping of every figure', () => {
    const old = (since: string): Break => ({
      ...{
        name: `definitions/resolved.share@${since}`,
        kind: 'definitions',
        rule: 'resolved.share',
      },
      ...{ since, from: 1, to: 2, figures: ['resolved.share'], recomputed: true },
    });
    const found = find({ mappings: { 'lapor-export': rule(2) } }, [old('2024Q3'), old('2024Q4')]);
    expect(found.map(({ name }) => name)).toEqual([
      'definitions/resolved.share@2024Q4',
      'mappings/lapor-export@2026Q3',
    ]);
    const of = (metric: string, dims: object) =>
      breaksOf({ breaks: found }, { metric, statistic: 'share', dims }).map(({ kind }) => kind);
    expect(of('resolved', { quarter: '2024Q4' })).toEqual(['definitions']);
    expect(of('resolved', { quarter: '2025Q1' })).toEqual([]);
    expect(of('archived', { quarter: '2024Q4' })).toEqual([]);
    expect(of('archived', { quarter: '2026Q3' })).toEqual(['mappings']);
    expect(of('received', { month: '2026-09' })).toEqual(['mappings']);
    expect(of('received', { month: '2026-06' })).toEqual([]);
  });
});
