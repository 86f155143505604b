import { chmodSync, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitStatus } from '../../base/index.ts';
import { othersInAcl } from '../../base/windows-acl.ts';
import { landFiles } from '../../pipelines/index.ts';
import { openKeys } from '../../pipelines/keys.ts';
import { exportHeaders, exportRow, lab, writeCsv } from './lab.ts';

describe('keys', () => {
  let place: ReturnType<typeof lab>;
  beforeEach(() => {
    place = lab();
  });
  afterEach(() => place.remove());

  const land = (id: string) => {
    const target = writeCsv(place.file(`${id}.csv`), [
      exportHeaders,
      exportRow({ 'Tracking ID': id }),
    ]);
    return landFiles(place.workspace, [target]);
  };

  it('are made once, for the owner alone', async () => {
    expect((await land('1')).keys).toEqual({ file: place.workspace.keys, created: true });
    expect((await land('2')).keys.created).toBe(false);
    if (process.platform === 'win32') return;
    expect(statSync(place.workspace.keys).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(place.workspace.keys)).mode & 0o777).toBe(0o700);
  });

  it('are not made anew where batches exist', async () => {
    await land('1');
    const { keys } = place.workspace;
    renameSync(keys, `${keys}.lain`);
    const status = exitStatus.keys;
    await expect(land('2')).rejects.toMatchObject({ key: 'pipelines.keys-missing', status });
    expect(existsSync(keys)).toBe(false);
  });

  it('must be those of the landed batches', async () => {
    await land('1');
    const other = lab();
    openKeys(other.workspace);
    rmSync(place.workspace.keys);
    renameSync(other.workspace.keys, place.workspace.keys);
    other.remove();
    await expect(land('2')).rejects.toMatchObject({ key: 'pipelines.keys-other', status: 6 });
  });

  it('must be whole, and readable by the owner alone', async () => {
    await land('1');
    if (process.platform !== 'win32') {
      chmodSync(place.workspace.keys, 0o640);
      await expect(land('2')).rejects.toMatchObject({ key: 'pipelines.keys-open', status: 6 });
      chmodSync(place.workspace.keys, 0o600);
    }
    writeFileSync(place.workspace.keys, '{"format":1,"key_id":"x","k1":"00","k2":"11"}');
    await expect(land('2')).rejects.toMatchObject({ key: 'pipelines.keys-broken', status: 6 });
  });
});

describe('othersInAcl', () => {
  const file = 'C:\\Users\\Sri\\AppData\\Roaming\\bukti\\bukti.keys.json';
  const acl = (...entries: string[]) =>
    `${file} ${entries.join(`\r\n${' '.repeat(file.length + 1)}`)}\r\n\r\nSuccessfully processed 1 files; Failed processing 0 files\r\n`;

  it('trusts the user, SYSTEM and Administrators', () => {
    const output = acl(
      'NT AUTHORITY\\SYSTEM:(I)(F)',
      'BUILTIN\\Administrators:(I)(F)',
      'KSP\\sri:(I)(F)',
    );
    expect(othersInAcl(output, file, 'KSP\\Sri')).toEqual([]);
    expect(othersInAcl(acl('KSP\\sri:(F)'), file, 'Sri')).toEqual([]);
  });

  it('names everyone else who may read', () => {
    const output = acl(
      'Everyone:(R)',
      'BUILTIN\\Users:(I)(RX)',
      'KSP\\sri:(F)',
      'KSP\\budi:(OI)(CI)(F)',
    );
    expect(othersInAcl(output, file, 'KSP\\sri')).toEqual([
      'Everyone',
      'BUILTIN\\Users',
      'KSP\\budi',
    ]);
  });

  it('takes a denial for no grant', () => {
    expect(othersInAcl(acl('Everyone:(DENY)(R)', 'KSP\\sri:(F)'), file, 'KSP\\sri')).toEqual([]);
  });
});
