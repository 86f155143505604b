import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, languages, type MessageKey } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';
import { comparable } from '../../reports/text/comparable.ts';
import { figureHtml, figureText, intervalHtml } from '../../reports/text/figure.ts';
import { html, join, plainText } from '../../reports/text/html.ts';
import { asSentence, createVoice, withArticle } from '../../reports/text/voice.ts';

const id = createVoice('id');
const en = createVoice('en');

const figure = (part: Partial<Figure>): Figure => ({
  id: '2026Q3/v1/resolved.share?province=35',
  metric: 'resolved',
  statistic: 'share',
  dims: { quarter: '2026Q3', province: '35' },
  value: 0.5234,
  low: 0.51,
  high: 0.54,
  numerator: 5234,
  denominator: 10000,
  n: 10000,
  unit: 'share',
  status: 'ok',
  provisional: false,
  as_of: '2026-10-21',
  age_working_days: 15,
  ...part,
});

describe('figures as text', () => {
  it.each([
    [{}, '52,3 %', '52,3\u00a0persen', '52.3%', '52.3%'],
    [{ unit: 'reports', value: 1234567 }, '1.234.567', '1.234.567', '1,234,567', '1,234,567'],
    [{ unit: 'working_days', value: 14 }, '14', '14\u00a0hari kerja', '14', '14\u00a0working days'],
    [{ unit: 'per_100k', value: 2.25 }, '2,3', '2,3', '2.3', '2.3'],
    [{ unit: 'score', value: 3.625 }, '3,63', '3,63', '3.63', '3.63'],
    [{ value: null, status: 'not_available' }, '...', '...', '...', '...'],
    [{ value: null, status: 'low_coverage' }, '...', '...', '...', '...'],
    [
      { value: null, status: 'below_minimum' },
      'terlalu sedikit',
      'terlalu sedikit',
      'too few',
      'too few',
    ],
    [
      { value: null, status: 'not_reached', unit: 'working_days', low: 78 },
      '> 78',
      '> 78\u00a0hari kerja',
      '> 78',
      '> 78\u00a0working days',
    ],
    [
      { value: null, status: 'not_reached', low: null },
      'belum tercapai',
      'belum tercapai',
      'not reached',
      'not reached',
    ],
  ] as const)('%j', (part, tableId, proseId, tableEn, proseEn) => {
    const one = figure(part as Partial<Figure>);
    expect(figureText(one, id, 'table')).toBe(tableId);
    expect(figureText(one, id, 'prose')).toBe(proseId);
    expect(figureText(one, en, 'table')).toBe(tableEn);
    expect(figureText(one, en, 'prose')).toBe(proseEn);
  });

  it('carry their id and their value', () => {
    expect(figureHtml(figure({}), id).text).toBe(
      '<data class="f" value="0.5234" data-id="2026Q3/v1/resolved.share?province=35">52,3 %</data>',
    );
    expect(figureHtml(figure({ provisional: true }), id).text).toContain('<sup>*</sup>');
  });

  it('write intervals without a dash that officials read as zero', () => {
    expect(plainText(intervalHtml(figure({}), id) ?? html``)).toBe('51,0 s.d. 54,0');
    expect(plainText(intervalHtml(figure({ high: null }), en) ?? html``)).toBe('51.0 or more');
    expect(intervalHtml(figure({ value: null }), id)).toBeUndefined();
  });
});

describe('comparable', () => {
  it('compares states only after exactly equal follow-up and clocks only when mature', () => {
    const now = figure({});
    const earlier = { dims: { quarter: '2026Q2' }, as_of: '2026-07-21' };
    const fair = figure(earlier);
    expect(comparable(now, fair)).toBe(true);
    expect(comparable(now, figure({ ...earlier, age_working_days: 16 }))).toBe(false);
    expect(comparable(figure({ age_working_days: 8 }), fair)).toBe(false);
    const unknown = { age_working_days: null };
    expect(comparable(figure(unknown), figure({ ...earlier, ...unknown }))).toBe(false);
    // Cut short, but both equally: the sources end 8 working days after the quarter.
    const short = figure({ as_of: '2026-10-12', age_working_days: 8, provisional: true });
    const level = figure({ ...earlier, as_of: '2026-07-10', age_working_days: 8 });
    expect(comparable(short, level)).toBe(true);
    const late = { metric: 'received_valid', age_working_days: 78 };
    expect(comparable(figure({ metric: 'received_valid' }), figure({ ...earlier, ...late }))).toBe(
      false,
    );
  });

  it('compares clocks where both are mature, and what came in where both quarters are over', () => {
    const clock = { metric: 'resolve', statistic: 'incidence_60' };
    const old = { dims: { quarter: '2026Q2' }, as_of: '2026-10-21', age_working_days: 78 };
    expect(comparable(figure({ ...clock, provisional: true }), figure(clock))).toBe(false);
    expect(comparable(figure(clock), figure({ ...clock, ...old }))).toBe(true);
    const received = { metric: 'received', statistic: 'count' };
    expect(comparable(figure(received), figure({ ...received, ...old }))).toBe(true);
    const half = figure({ ...received, as_of: '2026-08-15', age_working_days: null });
    expect(comparable(half, figure({ ...received, ...old }))).toBe(false);
  });
});

describe('html', () => {
  it('escapes what is filled in, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const made = html`<p title="${text}">${text}</p>`;
        expect(made.text.slice(3)).not.toMatch(/<(?!\/p>)/);
        expect(plainText(html`<b>${text}</b>`)).toBe(text);
      }),
    );
    expect(join(['a<', html`<b>b</b>`], ', ').text).toBe('a&lt;, <b>b</b>');
  });

  it('fills messages with figures and escapes plain text', () => {
    const filled = id.html('reports.finding.reason', {
      value: html`<data>1</data>`,
      reason: '<x>',
      quarter: 'q',
    });
    expect(filled.text).toContain('<data>1</data>');
    expect(filled.text).toContain('&lt;x&gt;');
  });
});

const keys = (Object.keys(catalogue) as MessageKey[]).filter((key) => key.startsWith('reports.'));
const of = (key: MessageKey, lang: 'id' | 'en'): string => catalogue[key][lang];

describe('the catalogue of reports', () => {
  it('has the same placeholders in both languages', () => {
    const names = (text: string) => [...new Set(text.match(/\{\w+(:plain)?\}/g) ?? [])].sort();
    for (const key of keys) expect(names(of(key, 'id')), key).toEqual(names(of(key, 'en')));
  });

  it('keeps to the words of officials', () => {
    for (const key of keys) {
      expect(of(key, 'id'), key).not.toMatch(
        /kuartal|menyebabkan|akibat|gender\b|pria|wanita|komplain|komplen|signifikan|–/i,
      );
      expect(of(key, 'en'), key).not.toMatch(/caus(e|ed|es|ing)\b|due to|significant|–/i);
    }
  });

  it('writes sentences of at most 25 words', () => {
    for (const key of keys) {
      for (const lang of languages) {
        for (const sentence of of(key, lang).split(/[.;:?!](?:\s|$)/)) {
          expect(sentence.trim().split(/\s+/).length, `${key} (${lang})`).toBeLessThanOrEqual(25);
        }
      }
    }
  });
});

describe('names of offices inside an English sentence', () => {
  it.each([
    ['Ministry of Home Affairs', 'en', 'the Ministry of Home Affairs'],
    ['Indonesian National Armed Forces', 'en', 'the Indonesian National Armed Forces'],
    ['Bank Mandiri', 'en', 'Bank Mandiri'],
    ['Kementerian Dalam Negeri', 'id', 'Kementerian Dalam Negeri'],
  ] as const)('%s (%s)', (name, lang, said) => {
    expect(withArticle(name, lang)).toBe(said);
  });
});

describe('a reason that someone typed', () => {
  it('ends as a sentence does', () => {
    expect(asSentence('Ekspor susulan ')).toBe('Ekspor susulan.');
    expect(asSentence('Sudah selesai.')).toBe('Sudah selesai.');
    expect(asSentence('')).toBe('');
  });
});
