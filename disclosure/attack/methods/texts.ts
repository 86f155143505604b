import type { Finding } from '../finding.ts';
import { normalise } from '../model/book.ts';
import { type Ground, isHidden } from '../model/ground.ts';
import { cellName, type Observation } from '../model/observation.ts';
import type { Extract, Passage } from '../read/extract.ts';
import { numbersIn } from '../read/public-number.ts';

/**
 * Titles, tooltips and data attributes of hidden cells, and sentences that name every code of a hidden cell beside a
 * number that no published cell explains.
 */
export function texts(
  ground: Ground,
  observations: readonly Observation[],
  extract: Extract,
  release: (file: string) => boolean,
): Finding[] {
  return [...ownNotes(ground, observations, extract), ...sentences(ground, extract, release)];
}

function ownNotes(
  ground: Ground,
  observations: readonly Observation[],
  { grids }: Extract,
): Finding[] {
  const hidden = observations.filter(({ value, notes }) => value === null && notes.length > 0);
  const times = new Map<string, number>();
  for (const { notes } of hidden) {
    for (const note of notes) times.set(note, (times.get(note) ?? 0) + 1);
  }
  return hidden.flatMap((one): Finding[] => {
    const cell = cellName(one.measure, normalise(one.at, ground.book.structure));
    if (!ground.book.cells.has(cell) || ground.known.has(cell)) return [];
    const numbers = grids[one.grid]?.numbers ?? 'id';
    const codes = Object.values(one.at);
    for (const note of one.notes) {
      // The same words at several hidden cells are a legend.
      if ((times.get(note) ?? 0) > 1 || codes.includes(note)) continue;
      const bare = codes.reduce((text, code) => text.split(code).join(' '), withoutRule(note));
      const said = numbersIn(bare, numbers).find(Number.isInteger);
      if (said === undefined) continue;
      return [finding(one.file, one.place, cell, said, note.slice(0, 80))];
    }
    return [];
  });
}

function sentences(
  ground: Ground,
  { passages, grids }: Extract,
  release: (file: string) => boolean,
): Finding[] {
  const cells = [...ground.book.cells.values()].filter(({ measure }) => ground.counts.has(measure));
  const targets = cells.filter(
    ({ name, at }) => isHidden(ground, name) && Object.keys(at).length > 0,
  );
  if (targets.length === 0) return [];
  const labels = labelsOf(grids);
  const words = new Map(
    [...new Set(cells.flatMap(({ at }) => Object.values(at)))].map((code) => {
      const names = [code, ...(labels.get(code) ?? [])].filter((name) => name.length > 1);
      return [code, names.map((name) => new RegExp(`(?<![\\w.])${escaped(name)}(?![\\w])`, 'i'))];
    }),
  );
  const found = new Map<string, Finding>();
  for (const passage of passages.filter(({ file }) => release(file)).flatMap(split)) {
    // A digit within a word, as in SP4N, is no number.
    const bare = passage.text.replace(/\p{L}+\d+[\p{L}\d]*/gu, ' ');
    const said = numbersIn(withoutRule(bare), passage.numbers).filter(Number.isInteger);
    if (said.length === 0) continue;
    const named = new Set(
      [...words]
        .filter(([, patterns]) => patterns.some((one) => one.test(passage.text)))
        .map(([code]) => code),
    );
    if (named.size === 0) continue;
    const inside = ({ at }: { at: Readonly<Record<string, string>> }) =>
      Object.values(at).every((code) => named.has(code));
    const explained = new Set(
      cells.filter(inside).flatMap(({ shown }) => shown.map(({ value }) => value as number)),
    );
    for (const code of named) if (/^\d+$/.test(code)) explained.add(Number(code));
    const left = said.filter((value) => !explained.has(value));
    // The most specific hidden cell that the sentence names.
    const [target] = targets
      .filter(inside)
      .sort((a, b) => Object.keys(b.at).length - Object.keys(a.at).length);
    const value = left[0];
    if (target === undefined || value === undefined || Object.keys(target.at).length < named.size)
      continue;
    const variable = ground.index.get(target.name) ?? -1;
    const { lower, upper } = ground.system;
    if (value < (lower[variable] ?? 0) || value > (upper[variable] ?? Infinity)) continue;
    if (found.has(target.name)) continue;
    const text = passage.text.slice(0, 80);
    found.set(target.name, finding(passage.file, passage.place, target.name, value, text));
  }
  return [...found.values()];
}

function finding(file: string, place: string, cell: string, value: number, by: string): Finding {
  const range = { low: value, high: value };
  return { kind: 'text', severity: 'recovered', file, place, cell, ...range, by };
}

/** `fewer than 5` is the rule, not a value. */
function withoutRule(text: string): string {
  const counts = text.replace(/\d[\d.,]*\s*(%|persen|percent)/gi, ' ');
  return counts.replace(
    /(kurang dari|di bawah|less than|fewer than|below|ambang|threshold|sedikitnya|at least|minimal|[<≤])\s*\d+/gi,
    ' ',
  );
}

function split(passage: Passage): Passage[] {
  return passage.text
    .split(/(?<=[.!?;])\s+(?=\D)/)
    .filter((text) => /\d/.test(text))
    .map((text) => ({ ...passage, text }));
}

/** code -> labels, from any table with a column of codes beside a column of names. */
function labelsOf(grids: Extract['grids']): Map<string, string[]> {
  const labels = new Map<string, string[]>();
  for (const { header, rows } of grids) {
    const code = header.findIndex((name) => /(^|_)(code|kode)$/i.test(name));
    const names = header
      .map((name, index) => (/name|nama|label/i.test(name) ? index : -1))
      .filter((index) => index >= 0 && index !== code);
    if (code < 0) continue;
    for (const { cells } of rows) {
      const key = cells[code]?.text ?? '';
      const own = names.map((index) => cells[index]?.text ?? '').filter((name) => name !== '');
      if (key !== '') labels.set(key, [...(labels.get(key) ?? []), ...own]);
    }
  }
  return labels;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
