import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLedger } from '../../warehouse/index.ts';
import { sharedWorld, type World } from '../world.ts';
import { bukti, emptyWorkspace } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

describe('the bare export: no attributes, no event log', () => {
  const folder = emptyWorkspace();
  let world: World;
  let page = '';
  beforeAll(async () => {
    world = await sharedWorld();
    const inbox = path.join(folder, 'data', 'inbox');
    mkdirSync(inbox, { recursive: true });
    for (const { kind, file, known_at } of readLedger(world.workspace)) {
      // Two quarters are enough to be compared, and half the work of eight.
      if (kind === 'complaint' && known_at >= '2026-04-01') {
        symlinkSync(path.join(world.workspace.inbox, file), path.join(inbox, file));
      }
    }
    const run = bukti(['run', '--no-open', '--json'], folder);
    expect(run.status, run.stderr).toBe(0);
    page = readFileSync((JSON.parse(run.stdout) as { page: string }).page, 'utf8');
  });

  const ask = async (where: string, ...args: string[]) => {
    const asked = await buktiHere(['metrics', ...args, '--period', '2026Q3', '--json'], where);
    expect(asked.status, asked.stderr).toBe(0);
    return (JSON.parse(asked.stdout) as { rows: { value: number | null; status: string }[] }).rows;
  };

  it('has the same volume as the whole world has', async () => {
    const [whole] = await ask(world.folder, 'received.count');
    expect((await ask(folder, 'received.count'))[0]?.value).toBe(whole?.value);
  });

  it('says of every clock that it is not available, and shows none', async () => {
    const rows = await ask(folder, 'respond_citizen', 'resolve', 'verify', 'respond_agency');
    for (const row of rows) expect(row.status).toBe('not_available');
    expect(page).not.toContain('id="clocks"');
    expect(page).not.toContain('id="people"');
  });

  it('is full in everything else', () => {
    for (const id of ['volume', 'states', 'places', 'topics', 'reasons', 'agencies', 'rating']) {
      expect(page, id).toContain(`id="${id}"`);
    }
  });

  it('names in one box what is missing and whom to ask', () => {
    const boxes = page.match(/<section id="missing"[\s\S]*?<\/section>/g) ?? [];
    expect(boxes).toHaveLength(1);
    for (const words of ['Lama penanganan', 'jenis kelamin', 'umur', 'disabilitas', 'PANRB']) {
      expect(boxes[0], words).toContain(words);
    }
  });
});
