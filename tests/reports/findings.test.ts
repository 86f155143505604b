import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { catalogue, openWorkspace } from '../../base/index.ts';
import { readFamily } from '../../metrics/index.ts';
import type { Figure, SealedComparison } from '../../release/index.ts';
import {
  chooseFindings,
  findingRule,
  furtherFindings,
  subjectOf,
} from '../../reports/findings/choose.ts';
import { pageOne } from '../../reports/findings/page-one.ts';
import { createContext } from '../../reports/sections/context.ts';
import { further } from '../../reports/sections/further.ts';
import { html } from '../../reports/text/html.ts';
import { fixture } from './fixture.ts';
import { comparison } from './fixture-comparisons.ts';

const figure = (part: Partial<Figure>): Figure => ({
  id: `2026Q3/v1/${part.metric ?? 'archived'}.${part.statistic ?? 'share'}?${Object.entries(
    part.dims ?? {},
  )
    .map(([name, code]) => `${name}=${code}`)
    .join('&')}`,
  metric: 'archived',
  statistic: 'share',
  dims: {},
  value: 0.4,
  low: 0.35,
  high: 0.45,
  numerator: 40,
  denominator: 100,
  n: 100,
  unit: 'share',
  status: 'ok',
  provisional: false,
  as_of: '2026-10-21',
  age_working_days: 15,
  ...part,
});
const clear = (part: Partial<Figure>, said: Partial<SealedComparison>) => {
  const own = figure(part);
  return comparison(own, undefined, { clear: true, q: 0.01, base_value: 0.3, ...said });
};
const days = {
  unit: 'working_days',
  metric: 'respond_citizen',
  statistic: 'median',
  value: 9,
} as const;

describe('the choice of findings', () => {
  it('takes what is clear and large, by the reports it concerns', () => {
    // 0.1 of 100 reports; 0.03 of 1000; 20 reports more; unclear; under 2 points.
    const small = clear({ metric: 'archived', n: 100 }, { difference: 0.1 });
    const wide = clear({ metric: 'returned', n: 1000 }, { difference: 0.03 });
    const count = clear(
      { metric: 'received', statistic: 'count', unit: 'reports', value: 60, n: 60 },
      { difference: 20, ratio: 1.5 },
    );
    const vague = clear({ metric: 'verify', n: 9000 }, { difference: 0.5, clear: false });
    const slight = clear({ metric: 'resolved', n: 90_000 }, { difference: 0.019 });
    const all = [small, vague, count, slight, wide];
    expect(chooseFindings(all)).toEqual([wide, count, small]);
  });

  it('takes what came from nothing, and what went to nothing, for large', () => {
    const volume = { metric: 'received', statistic: 'count', unit: 'reports' } as const;
    const risen = clear(
      { ...volume, value: 900, n: 900, dims: { category: 'a' } },
      { base_value: 0, difference: 900, ratio: null },
    );
    const gone = clear(
      { ...volume, value: 0, n: 0, dims: { category: 'b' } },
      { base_value: 300, difference: -300, ratio: 0 },
    );
    const half = clear(
      { metric: 'archived', n: 1000, dims: { category: 'c' } },
      { difference: 0.5 },
    );
    expect(chooseFindings([gone, half, risen])).toEqual([risen, half, gone]);
  });

  it('puts what was seen before behind what is new, at half its weight', () => {
    const again = clear({ metric: 'archived', n: 1000 }, { difference: 0.05, novel: false });
    const fresh = clear({ metric: 'returned', n: 1000 }, { difference: 0.03, novel: true });
    expect(chooseFindings([again, fresh])).toEqual([fresh, again]);
  });

  it('says of two mirrored groups the one that waits longer', () => {
    const women = figure({ ...days, dims: { sex: 'f' }, value: 9 });
    const men = figure({ ...days, dims: { sex: 'm' }, value: 6 });
    const said = { compare: 'others', clear: true } as const;
    const both = [comparison(men, women, said), comparison(women, men, said)];
    expect(chooseFindings(both).map((one) => one.figure.dims.sex)).toEqual(['f']);
  });

  it('says a thing of a group once, though two metrics show it', () => {
    const median = clear({ ...days, dims: { category: 'a' }, n: 500 }, { difference: 3 });
    const limit = clear(
      { metric: 'respond_citizen', statistic: 'within_limit', dims: { category: 'a' }, n: 400 },
      { difference: -0.2 },
    );
    expect(chooseFindings([median, limit])).toHaveLength(1);
  });

  it('never says more than five things, or more than two of a subject, in whatever order', () => {
    const metrics = ['received', 'resolved', 'archived', 'returned', 'rating', 'backlog', 'verify'];
    const arbitrary = fc.record({
      metric: fc.constantFrom(...metrics),
      group: fc.integer({ min: 0, max: 5 }),
      n: fc.integer({ min: 10, max: 5000 }),
      difference: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      clear: fc.boolean(),
    });
    const distinct = fc.uniqueArray(arbitrary, {
      maxLength: 40,
      selector: ({ metric, group }) => `${metric} ${group}`,
    });
    fc.assert(
      fc.property(distinct, fc.func(fc.integer()), (made, shuffle) => {
        const all = made.map(({ group, metric, n, ...said }) =>
          clear({ metric, n, dims: { province: String(group) } }, said),
        );
        const chosen = chooseFindings(all);
        expect(chosen.length).toBeLessThanOrEqual(findingRule.most);
        for (const one of chosen) {
          expect(one.clear).toBe(true);
          const same = chosen.filter((other) => subjectOf(other) === subjectOf(one));
          expect(same.length).toBeLessThanOrEqual(findingRule.mostOfSubject);
        }
        // Nothing that is clear is lost, and nothing else is said.
        const said = [...chosen, ...furtherFindings(all)];
        expect(said).toHaveLength(new Set(said).size);
        expect(new Set(said)).toEqual(new Set(all.filter((one) => one.clear)));
        const shuffled = [...all].sort((a, b) => shuffle(a.id) - shuffle(b.id));
        expect(chooseFindings(shuffled)).toEqual(chosen);
      }),
    );
  });
});

describe('page one', () => {
  /** What is said of findings, with other comparisons than the fixture's. */
  const brief = (comparisons: readonly SealedComparison[]) => {
    const release = Object.assign(Object.create(fixture('full')), { comparisons });
    const context = createContext(release, 'id');
    const { headline, body } = pageOne(context);
    const rest = further(context).body;
    const parts = html`<h1>${headline}</h1><section id="findings">${body}</section>${rest && html`<section id="further">${rest}</section>`}`;
    return parseHTML(`<html><body>${parts.text}</body></html>`).document;
  };
  const provinces = fixture('full')
    .rows('by_province', { metric: 'received', statistic: 'count', dims: { quarter: '2026Q3' } })
    .filter(({ dims }) => dims.province !== 'unknown');
  const backlog = (count: number) =>
    provinces.slice(0, count).map((one) =>
      comparison({ ...one, metric: 'backlog', value: 100, n: 100 }, undefined, {
        clear: true,
        base_value: 50,
        ratio: 2,
        difference: 50,
        worse: true,
      }),
    );

  it('has no finding and says so exactly where nothing is clear', () => {
    const none = brief(fixture('full').comparisons.map((one) => ({ ...one, clear: false })));
    expect(none.querySelectorAll('ol.findings li, #further')).toHaveLength(0);
    expect(none.querySelector('#findings')?.textContent).toContain('tidak satu pun');
    const one = brief(backlog(1));
    expect(one.querySelectorAll('ol.findings li')).toHaveLength(1);
    expect(one.querySelector('#findings')?.textContent).not.toContain('tidak satu pun');
  });

  it('names what its limits cut off in a section of its own, and counts all', () => {
    // Two of a subject on page one, five more elsewhere.
    const page = brief(backlog(7));
    expect(page.querySelectorAll('ol.findings li')).toHaveLength(2);
    expect(page.querySelectorAll('#further li')).toHaveLength(5);
    const line = page.querySelector('#findings > p')?.textContent;
    expect(line).toMatch(/7 jelas berbeda\. Yang tidak ada di halaman ini: 5/);
  });

  it('has a title of its own where all that is clear is small', () => {
    const [small] = backlog(1) as [SealedComparison];
    const page = brief([{ ...small, ratio: 1.05, difference: 5 }]);
    expect(page.querySelector('h1')?.textContent).toMatch(/semuanya kecil/);
    expect(page.querySelector('#further li')?.textContent).toMatch(/Terlalu kecil/);
  });

  it('says worse by colour and in a word, of what is clear alone', () => {
    const [first, second] = backlog(2) as [SealedComparison, SealedComparison];
    const page = brief([first, { ...second, worse: false }]);
    const items = [...page.querySelectorAll('ol.findings li')];
    const said = items.map((item) => [
      item.querySelector('.big')?.classList.contains('worse'),
      item.querySelector('strong')?.textContent,
    ]);
    expect(said).toContainEqual([true, 'Memburuk.']);
    expect(said).toContainEqual([false, 'Membaik.']);
    const unclear = brief([{ ...first, clear: false }]);
    expect(unclear.querySelectorAll('.worse, .findings strong')).toHaveLength(0);
  });
});

describe('sentences of findings', () => {
  it('are there for whatever the brief declares', () => {
    for (const { metrics, compare } of readFamily(openWorkspace(), 'ksp').comparisons) {
      const kind = compare === 'others' ? 'others' : 'change';
      for (const metric of metrics) {
        for (const way of ['up', 'down']) {
          const key = `reports.finding.${kind}.${metric}.${way}`.replace(
            /(?<=\w)[._](?=\w+\.(up|down))/g,
            '-',
          );
          expect(Object.keys(catalogue)).toContain(key.replaceAll('_', '-'));
        }
      }
    }
  });
});
