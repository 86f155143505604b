import type { Grid } from './extract.ts';

/** What a cell's text says. */
export interface PublicNumber {
  /** Null where the cell is hidden. */
  readonly value: number | null;
  readonly decimals: number;
  readonly percent: boolean;
  /** A band such as `<= 10 %` or `< 5`: the greatest (least) value it leaves, in the unit of the text. */
  readonly atMost?: number;
  readonly atLeast?: number;
}

const gap =
  /^(|-|–|—|\.{1,3}|…|:|\*+|x|c|q|n\/?a|na|null|hidden|suppressed|disembunyikan|dirahasiakan|tertutup|tersembunyi)$/i;
const number = {
  raw: /^[-−]?\d+(\.\d+)?(e[-+]?\d+)?$/i,
  id: /^[-−]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/,
  en: /^[-−]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/,
};

/** Reads a number as `numbers` writes it; undefined where the text is something else. */
export function readNumber(text: string, numbers: Grid['numbers']): PublicNumber | undefined {
  const clean = text.replace(/[\u00a0\u202f]/g, ' ').trim();
  if (gap.test(clean)) return { value: null, decimals: 0, percent: false };
  const [, bound = '', rest = '', percent] =
    /^(<=|>=|≤|≥|<|>)?\s*(.*?)\s*(%|persen|percent)?$/.exec(clean) ?? [];
  const value = plain(rest, numbers);
  if (value === undefined) return undefined;
  const shape = { decimals: decimalsOf(rest, numbers), percent: percent !== undefined };
  if (bound === '') return { value, ...shape };
  const step = Number.isInteger(value) && !shape.percent && bound.length === 1 ? 1 : 0;
  const strict = bound === '<' || bound === '>' ? step : 0;
  if (bound === '<' || bound === '<=' || bound === '≤')
    return { value: null, ...shape, atMost: value - strict };
  return { value: null, ...shape, atLeast: value + strict };
}

function plain(text: string, numbers: Grid['numbers']): number | undefined {
  if (!number[numbers].test(text)) return undefined;
  const signed = text.replace('−', '-');
  if (numbers === 'raw') return Number(signed);
  if (numbers === 'id') return Number(signed.replaceAll('.', '').replace(',', '.'));
  return Number(signed.replaceAll(',', ''));
}

function decimalsOf(text: string, numbers: Grid['numbers']): number {
  if (/e/i.test(text)) return 12;
  return text.split(numbers === 'id' ? ',' : '.')[1]?.length ?? 0;
}

/** Every number of a sentence, with its place among the letters; years, dates, ids and periods left out. */
export function numbersIn(text: string, numbers: Grid['numbers']): number[] {
  const bare = text
    // A regulation's number stands before its year.
    .replace(/\b\d{1,3}\/(19|20)\d{2}\b/g, ' ')
    .replace(/\b\d{4}-\d{2}(-\d{2})?\b|\b\d{4}\s?Q[1-4]\b|\bQ[1-4]\b/gi, ' ')
    .replace(/\b(19|20)\d{2}\b/g, ' ')
    .replace(/\bv\d+\b/gi, ' ');
  const found: number[] = [];
  for (const [word] of bare.matchAll(/\d[\d.,]*\d|\d/g)) {
    const one = readNumber(word, numbers) ?? readNumber(word, 'raw');
    if (one?.value != null) found.push(one.value);
  }
  return found;
}
