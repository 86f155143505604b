import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bukti, emptyWorkspace } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

describe('the command line', () => {
  const folder = emptyWorkspace();

  it('helps in both languages', async () => {
    const english = bukti(['--help'], folder);
    expect(english.status).toBe(0);
    expect(english.stdout).toContain('Commands:');
    const indonesian = await buktiHere(['--help', '--lang', 'id'], folder);
    expect(indonesian.stdout).toContain('Perintah:');
    expect(indonesian.stdout).toContain('segel angka satu triwulan');
    expect(bukti(['--help'], folder, { LC_ALL: 'id_ID.UTF-8' }).stdout).toContain('Perintah:');
    const ofRun = await buktiHere(['run', '--help', '--lang', 'id'], folder);
    expect(ofRun.stdout).toContain('--max-rejects');
  });

  it('takes the language from bukti.yaml', async () => {
    const own = emptyWorkspace();
    writeFileSync(path.join(own, 'bukti.yaml'), 'lang: id\n');
    expect((await buktiHere(['--help'], own)).stdout).toContain('Perintah:');
    expect((await buktiHere(['--help', '--lang=en'], own)).stdout).toContain('Commands:');
  });

  it('answers wrong use with a sentence and status 2', async () => {
    const cases: [string[], string][] = [
      [['runn'], 'The command "runn" is unknown. Did you mean "run"?'],
      [['run', '--smaple'], 'The option "--smaple" is unknown. Did you mean "--sample"?'],
      [['release'], 'This command needs "period".'],
      [['release', '2026-Q9'], '"2026-Q9" is not a period.'],
      [['report', 'kps', '2026Q3'], 'The document "kps" is unknown.'],
      [['run', '--max-rejects', '200%'], 'The value for'],
      [['run', '--lang', 'jv'], 'The value for'],
      [['run', '--workspace', 'tidak-ada'], 'does not exist'],
      [['land', 'x.csv', '--known-at', '2026-02-31'], 'is not a date that exists'],
      [['metrics', 'received', '--where', 'province'], 'is not a filter'],
    ];
    for (const [index, [args, sentence]] of cases.entries()) {
      // The first as a process of its own: the status is the shell's.
      const result = index === 0 ? bukti(args, folder) : await buktiHere(args, folder);
      expect(result.stderr, args.join(' ')).toContain(sentence);
      expect([2, 3], args.join(' ')).toContain(result.status);
      expect(result.stderr.trim().split('\n'), args.join(' ')).toHaveLength(1);
      expect(result.stdout).toBe('');
    }
  });

  it('gives an error as an object with --json', () => {
    const result = bukti(['runn', '--json'], folder);
    const { error } = JSON.parse(result.stderr) as { error: { key: string; status: number } };
    expect(error).toMatchObject({ key: 'cli.unknown-command', status: 2 });
  });

  it('says where an empty workspace stands and the one next command', async () => {
    const result = bukti([], folder);
    expect(result.status).toBe(0);
    expect(result.stdout).toMatch(/Next:\s+bukti run --sample\n$/);
    expect(JSON.parse((await buktiHere(['--json'], folder)).stdout)).toMatchObject({
      batches: 0,
      warehouse: 'none',
      next: 'bukti run --sample',
    });
  });

  it('does nothing without data, and says what to do', () => {
    const result = bukti(['run'], folder);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('There is nothing to do yet');
  });
});
