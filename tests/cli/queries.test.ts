import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, type Workspace } from '../../base/index.ts';
import { savedQueries, savedQuery } from '../../cli/queries/read.ts';
import { questionsOf } from '../../cli/queries/steps.ts';
import { sharedWorld } from '../world.ts';
import { emptyWorkspace } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

const given = { period: '2026Q1', by: undefined, where: [], known: undefined, since: '2026-04-30' };

function own(name: string, text: string): Workspace {
  const folder = emptyWorkspace();
  mkdirSync(path.join(folder, 'queries'));
  writeFileSync(path.join(folder, 'queries', `${name}.yml`), text);
  return openWorkspace(folder);
}

const mine = (steps: string) => `name: mine
title: { id: Punya saya, en: Mine }
question: { id: Apa?, en: What? }
steps:
${steps}`;

describe('saved queries', () => {
  it('are shipped, twelve of them, each with words in both languages and steps that can be asked', () => {
    const queries = savedQueries(openWorkspace(emptyWorkspace()));
    expect(queries.map(({ query }) => query.name)).toEqual([
      'free-cross',
      'open-beyond-limit',
      'raters',
      'share-unknown',
      'what-grew',
      'what-was-returned',
      'what-was-revised',
      'where',
      'which-agency-turned',
      'which-reasons',
      'who-waits-longer',
      'zero-reporters',
    ]);
    for (const { query } of queries) {
      expect(questionsOf(query, { ...given, by: 'sex' })).toHaveLength(query.steps.length);
      for (const step of query.steps)
        expect(step.title !== undefined || query.steps.length === 1).toBe(true);
    }
  });

  it('a file of your own lies over the shipped one, and beside it', () => {
    const workspace = own(
      'where',
      mine('  - metrics: [received]').replace('name: mine', 'name: where'),
    );
    const { query, file } = savedQuery(workspace, 'where');
    expect(query.title.en).toBe('Mine');
    expect(file).toContain(workspace.root);
    expect(savedQueries(workspace)).toHaveLength(12);
    expect(savedQueries(own('mine', mine('  - metrics: [received]')))).toHaveLength(13);
  });

  it('names the file and the line of what is wrong', () => {
    const cases: [string, string, object][] = [
      [mine('  - metrics: [received\n  - {'), 'asking.query.syntax', { line: 6 }],
      [
        mine('  - metrics: [received]\n    top: many'),
        'asking.query.value',
        { line: 6, key: 'steps.0.top' },
      ],
      [
        mine('  - metrics: [received]\n    sorted: value'),
        'asking.query.value',
        { line: 6, key: 'steps.0.sorted' },
      ],
      [mine('  - by: [sex]'), 'asking.query.value', { line: 5, key: 'steps.0.metrics' }],
      [
        mine('  - metrics: [received]').replace('mine', 'other'),
        'asking.query.name',
        { line: 1, expected: 'mine' },
      ],
    ];
    for (const [text, key, params] of cases) {
      const workspace = own('mine', text);
      try {
        savedQuery(workspace, 'mine');
        expect.unreachable(text);
      } catch (error) {
        expect(error).toMatchObject({ key, params });
        expect((error as { params: { file: string } }).params.file).toContain('mine.yml');
      }
    }
    expect(() => savedQuery(openWorkspace(emptyWorkspace()), 'what-grow')).toThrow(/what-grew/);
    expect(() => savedQuery(openWorkspace(emptyWorkspace()), '../where')).toThrow(/no saved query/);
  });

  it('take periods relative to the one asked for, and what is asked at the command line', () => {
    const workspace = own(
      'mine',
      mine(`  - { metrics: [received], period: previous }
  - { metrics: [received], period: year }
  - { metrics: [received], period: { last: 3 }, by: [quarter] }
  - { metrics: [received], compare: revision, where: { province: ["32", "33"] } }
  - { metrics: [received], by: asked }`),
    );
    const { query } = savedQuery(workspace, 'mine');
    const ask = (period: string) =>
      questionsOf(query, { ...given, period, by: 'gender', where: ['channel=sms'] });
    expect(ask('2026Q1').map(({ periods }) => periods)).toEqual([
      ['2025Q4'],
      ['2025Q1'],
      ['2025Q3', '2025Q4', '2026Q1'],
      ['2026Q1'],
      ['2026Q1'],
    ]);
    expect(
      ask('2026-02')
        .slice(0, 3)
        .map(({ periods }) => periods),
    ).toEqual([['2026-01'], ['2025-02'], ['2025-12', '2026-01', '2026-02']]);
    expect(ask('2026')[1]?.periods).toEqual(['2025']);
    expect(ask('2026Q1')[3]).toMatchObject({
      revision: '2026-04-30',
      where: { province: '32,33', channel: 'sms' },
    });
    expect(ask('2026Q1')[4]?.by).toEqual(['sex']);
    expect(() => questionsOf(query, given)).toThrow(/needs --by/);
    expect(() => questionsOf(query, { ...given, period: '2026Q9' })).toThrow(/not a period/);
  });
});

describe('bukti query', () => {
  let folder: string;
  beforeAll(async () => {
    ({ folder } = await sharedWorld());
  });

  it('lists them, and answers one in every form', async () => {
    const list = await buktiHere(['query'], folder);
    expect(list.stdout).toContain('what-grew');
    const table = await buktiHere(['query', 'where', '--period', '2026Q3', '--lang', 'id'], folder);
    expect(table.status, table.stderr).toBe(0);
    expect(table.stdout).toContain('Di mana, triwulan III 2026');
    expect(table.stdout).toContain('Jawa Barat');
    const csv = await buktiHere(
      ['query', 'open-beyond-limit', '--period', '2026Q3', '--format', 'csv'],
      folder,
    );
    const [head, ...rows] = csv.stdout.trim().split('\n');
    expect(head).toMatch(/^step,metric,statistic,/);
    expect(new Set(rows.map((row) => row.split(',')[0]))).toEqual(new Set(['1', '2', '3']));
    expect(
      new Set(
        rows.map(
          (row) => row.split('"').length > 1 || row.split(',').length === head?.split(',').length,
        ),
      ),
    ).toEqual(new Set([true]));
  });

  it('needs its dimensions where a query asks for them', async () => {
    const without = await buktiHere(['query', 'free-cross', '--period', '2026Q3'], folder);
    expect([without.status, without.stdout]).toEqual([2, '']);
    expect(without.stderr).toContain('needs --by');
    const typo = await buktiHere(['query', 'what-grow'], folder);
    expect(typo.stderr).toContain('Did you mean: what-grew?');
  });
});
