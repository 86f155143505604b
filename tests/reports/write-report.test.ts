import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuktiError, type Workspace } from '../../base/index.ts';
import { openRelease } from '../../release/index.ts';
import { writeReport } from '../../reports/index.ts';
import { sealedWorkspace } from '../release/sealed.ts';

let workspace: Workspace;
let remove: (() => void) | undefined;
beforeAll(async () => {
  ({ workspace, remove } = await sealedWorkspace());
});
afterAll(() => remove?.());

describe('writeReport', () => {
  it('writes one page from a sealed release, under its own name', async () => {
    const {
      files: [file = ''],
    } = await writeReport(workspace, {
      document: 'ksp',
      period: '2026Q3',
      lang: 'id',
    });
    expect(file).toBe(path.join(workspace.publications, '2026Q3', 'ksp-2026Q3-v1.id.html'));
    expect(readdirSync(path.dirname(file))).toEqual(['ksp-2026Q3-v1.id.html']);
    const page = readFileSync(file, 'utf8');
    expect(page.startsWith('<!doctype html>')).toBe(true);
    expect(page.trimEnd().endsWith('</html>')).toBe(true);
    const release = await openRelease(workspace, '2026Q3');
    expect(page).toContain(release.sha256);
    const received = release.find('series', { metric: 'received', statistic: 'count' });
    expect(page).toContain(`value="${received?.value}" data-id="${received?.id}"`);
  });

  it('fetches nothing, runs nothing and gives the same bytes again', async () => {
    const write = async () => {
      const {
        files: [file = ''],
      } = await writeReport(workspace, {
        document: 'ksp',
        period: '2026Q3',
        lang: 'en',
      });
      return readFileSync(file, 'utf8');
    };
    const page = await write();
    expect(await write()).toBe(page);
    expect(page).not.toMatch(/<script|<link|<img|@import|src="http|url\((?!data:)/);
  });

  it('writes the page and its PDF, each under its own name', async () => {
    const { files } = await writeReport(workspace, {
      document: 'ksp',
      period: '2026Q3',
      lang: 'id',
      formats: ['html', 'pdf'],
      paper: 'f4',
    });
    const names = ['ksp-2026Q3-v1.id.html', 'ksp-2026Q3-v1.id.f4.pdf'];
    expect(files.map((file) => path.basename(file))).toEqual(names);
    expect(readFileSync(files[1] as string, 'latin1').startsWith('%PDF-1.7')).toBe(true);
  });

  it('writes tables and slides beside the page, the same bytes each time', async () => {
    const write = async () => {
      const { files } = await writeReport(workspace, {
        document: 'ksp',
        period: '2026Q3',
        lang: 'id',
        formats: ['pptx', 'xlsx'],
      });
      expect(files.map((file) => path.basename(file))).toEqual([
        'ksp-2026Q3-v1.id.pptx',
        'ksp-2026Q3-v1.id.xlsx',
      ]);
      return files.map((file) => readFileSync(file));
    };
    const [first, again] = [await write(), await write()];
    expect(first.every((bytes, index) => bytes.equals(again[index] as Buffer))).toBe(true);
    const others = readdirSync(path.join(workspace.publications, '2026Q3'));
    expect(others.filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('says in a sentence that there is no such release', async () => {
    const request = { document: 'ksp', period: '2019Q1', lang: 'id' } as const;
    await expect(writeReport(workspace, request)).rejects.toBeInstanceOf(BuktiError);
  });
});
