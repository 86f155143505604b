import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../disclosure/attack/folder.ts';
import { bukti, emptyWorkspace } from './run-cli.ts';

const method = { 'disclosure.json': '{"method": "suppress", "threshold": 5}' };
const leaky = { ...method, 't.csv': 'area,n\n_T,150\nA,60\nB,\nC,50\nD,37\n' };
const safe = { ...method, 't.csv': 'area,n\n_T,150\nA,60\nB,\nC,\nD,37\n' };

describe('bukti attack', () => {
  it('says what it recovered and where, in both languages, and ends with a status', () => {
    const folder = folderOf(leaky);
    const before = readdirSync(folder);
    const report = path.join(folderOf({}), 'report.json');
    const english = bukti(['attack', folder, '--report', report], emptyWorkspace());
    expect(english.status).toBe(4);
    expect(english.stdout).toContain('t.csv · line 4\n');
    expect(english.stdout).toContain(
      'count?area=B is computed from other published cells: exactly 3',
    );
    expect(english.stderr).toContain('succeeded: 1 findings');
    const told = JSON.parse(readFileSync(report, 'utf8'));
    expect(told).toMatchObject({ recovered: 1, findings: [{ kind: 'exact', low: 3, high: 3 }] });
    const indonesian = bukti(['attack', folder, '--lang', 'id'], emptyWorkspace());
    expect(indonesian.stdout).toContain('dihitung dari sel terbit lain: tepat 3');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('attacks as each recipient, and ends well where nothing comes back', () => {
    const folder = folderOf(safe);
    expect(bukti(['attack', folder], emptyWorkspace())).toMatchObject({ status: 0 });
    const known = folderOf({ 'c/t.csv': 'area,n\nC,50\n', 'd/t.csv': 'area,n\nD,37\n' });
    const result = bukti(['attack', folder, '--known', known, '--json'], emptyWorkspace());
    expect(result.status).toBe(4);
    const { findings } = JSON.parse(result.stdout) as { findings: { severity: string }[] };
    expect(findings.filter(({ severity }) => severity === 'recovered')).toMatchObject([
      { severity: 'recovered', recipient: 'c', cell: 'count?area=B', low: 3 },
    ]);
  });

  it('writes no report into what it attacks', () => {
    const folder = folderOf(safe);
    const args = ['attack', folder, '--report', path.join(folder, 'r.json')];
    expect(bukti(args, emptyWorkspace())).toMatchObject({ status: 2 });
    expect(readdirSync(folder)).not.toContain('r.json');
  });
});
