import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { message, packageRoot } from '../../base/index.ts';
import { embargoNote } from '../../cli/calendar/embargo-note.ts';
import { calendarOf, embargoOf } from '../../release/index.ts';
import { buktiHere } from '../cli/run-here.ts';
import { temporaryWorkspace } from './fixture.ts';

const { workspace, remove } = temporaryWorkspace();
afterAll(remove);
const file = path.join(workspace.root, 'release-calendar.yml');
const page = readFileSync(
  path.join(packageRoot(), 'docs', 'how-to', 'release-calendar.md'),
  'utf8',
);
const block = (kind: string) =>
  new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';

beforeEach(() => {
  writeFileSync(file, block('yaml'));
  rmSync(workspace.releases, { recursive: true, force: true });
});

const seal = (period: string, version: number) => {
  const folder = path.join(workspace.releases, period, `v${version}`, 'internal', 'ksp');
  mkdirSync(folder, { recursive: true });
};
const at = (text: string) => new Date(text);

describe('the embargo of a quarter', () => {
  it('holds to the minute that the calendar announces, in WIB', () => {
    const until = '2026-10-28T09:00:00+07:00';
    // 09:00 WIB is 02:00 UTC.
    expect(embargoOf(workspace, '2026Q3', at('2026-10-28T01:59:59Z'))).toEqual({
      ...{ period: '2026Q3', until, holds: true },
    });
    expect(embargoOf(workspace, '2026Q3', at('2026-10-28T02:00:00Z'))).toMatchObject({
      holds: false,
    });
    expect(embargoOf(workspace, '2025Q1')).toBeNull();
    rmSync(file);
    expect(embargoOf(workspace, '2026Q3')).toBeNull();
  });

  it('tells what is announced, sealed, open and overdue', () => {
    const states = (now: string) =>
      Object.fromEntries(
        calendarOf(workspace, at(now)).map(({ period, state }) => [period, state]),
      );
    expect(states('2026-10-22T00:00:00Z')).toEqual({
      '2026Q3': 'announced',
      '2026Q4': 'announced',
    });
    seal('2026Q3', 1);
    expect(states('2026-10-22T00:00:00Z')).toMatchObject({ '2026Q3': 'embargo' });
    seal('2026Q3', 2);
    const later = calendarOf(workspace, at('2027-02-04T00:00:00Z'));
    expect(later).toMatchObject([
      { period: '2026Q3', state: 'due', version: 2 },
      { period: '2026Q4', state: 'overdue', version: null, moved_from: '2027-01-27' },
    ]);
  });
});

it('is said with what is sealed, in either language, while it holds', () => {
  const note = (period: string, now: string, lang: 'id' | 'en' = 'en') =>
    embargoNote(
      workspace,
      period,
      { lang, say: (key, params) => message(lang, key, params) },
      at(now),
    );
  const early = '2026-10-22T00:00:00Z';
  expect(note('2026Q3', early)).toContain('shown or handed on before 28 October 2026, 09:00 WIB.');
  expect(note('2026Q3', early, 'id')).toContain('sebelum 28 Oktober 2026 pukul 09.00 WIB.');
  expect(note('2026Q3', '2026-10-28T02:00:00Z')).toBeUndefined();
  expect(note('2026Q2', early)).toContain('2026Q2 is not in the release calendar');
  rmSync(file);
  expect(note('2026Q3', early)).toBeUndefined();
});

describe('a calendar that cannot be', () => {
  const one = 'date: 2026-10-28, time: "09:00", status: confirmed';
  it.each([
    ['releases: ]', 'release.calendar-syntax'],
    [`releases: [{ period: 2026-07, ${one} }]`, 'release.calendar-value'],
    [`releases: [{ period: 2026Q3, ${one}, tanggal: 1 }]`, 'release.calendar-value'],
    [
      'releases: [{ period: 2026Q3, date: 2026-11-31, status: confirmed }]',
      'release.calendar-value',
    ],
    [`releases: [{ period: 2026Q3, ${one.replace('09:00', '24:00')} }]`, 'release.calendar-value'],
    [`releases: [{ period: 2026Q3, ${one}, moved_from: 2026-10-21 }]`, 'release.calendar-value'],
    [
      `releases: [{ period: 2026Q3, ${one} }, { period: 2026q3, ${one} }]`,
      'release.calendar-twice',
    ],
    [`releases: [{ period: 2026Q4, ${one} }]`, 'release.calendar-early'],
  ])('is refused with its line: %s', (text, key) => {
    writeFileSync(file, `# kalender\n${text}\n`);
    expect(() => calendarOf(workspace)).toThrow(
      expect.objectContaining({ key, params: expect.objectContaining({ file, line: 2 }) }),
    );
  });
});

it('is listed in both languages, as the guide shows', async () => {
  const list = (...more: string[]) => buktiHere(['calendar', ...more], workspace.root);
  const words = (text: string) => text.trim().split(/\s+/).join(' ');
  const { stdout, status } = await list();
  expect(status).toBe(0);
  const shown = block('text').trim().split('\n');
  // The state depends on the clock.
  const still = (text: string) => words(text).replace(/announced|overdue: not sealed/, '...');
  for (const line of shown) expect(stdout.split('\n').map(still)).toContain(still(line));
  expect((await list('--lang', 'id')).stdout).toMatch(
    /2026Q3 +28 Oktober 2026 pukul 09\.00 WIB +pasti/,
  );
  const { rows } = JSON.parse((await list('--json')).stdout);
  expect(rows[0]).toMatchObject({ period: '2026Q3', at: '2026-10-28T09:00:00+07:00' });
  rmSync(file);
  expect((await list()).stdout.trim()).toBe(
    message('en', 'release.calendar.none', { file: 'release-calendar.yml' }),
  );
});
