import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../base/index.ts';
import { blocksOf, printedBy } from '../how-to-page.ts';
import { folder, protect, table } from './run-protect.ts';

const docs = path.join(packageRoot(), 'docs', 'how-to');
const page = readFileSync(path.join(docs, 'protect.md'), 'utf8');
const block = blocksOf('protect.md');

describe('docs/how-to/protect.md', () => {
  it('shows the head of its file and a command that does what it says', async () => {
    const at = folder();
    cpSync(path.join(docs, 'protect'), at, { recursive: true });
    expect(readFileSync(path.join(at, 'complaints.csv'), 'utf8')).toContain(block('csv'));
    const done = await protect(at, commandOf(at, 0));
    expect(done.error).toBeUndefined();
    expect(block('text')).toBe(
      `Tables published: ${done.published.join(', ')}\nCoarsened: ${done.coarsened.join(', ')}\n`,
    );
    for (const name of readdirSync(path.join(at, 'public'))) expect(page).toContain(`\`${name}\``);
    const rates = table(path.join(at, 'public', 'region-resolved.csv'), 'RATE_ya');
    const [percent, lower, upper, status] = rates.get('_T ya') ?? [];
    expect(Math.abs(Number(percent) - 100 * truth(at))).toBeLessThan(1.2);
    expect(Number(lower) < Number(percent) && Number(percent) < Number(upper)).toBe(true);
    expect(status).toBe('A');
  });

  it('shows a command for waits, residents and what cannot occur', async () => {
    const at = folder();
    cpSync(path.join(docs, 'protect'), at, { recursive: true });
    const done = await protect(at, commandOf(at, 1));
    expect(done.error).toBeUndefined();
    const csv = path.join(at, 'public', 'region.csv');
    const statuses = { P25_days: 'A', P50_days: 'U', PER_100K: 'A' };
    for (const [name, status] of Object.entries(statuses)) {
      expect(page).toContain(`\`${name}\``);
      expect(table(csv, name).get('3302')?.[3], name).toBe('M');
      expect(table(csv, name).get('_T')?.[3], name).toBe(status);
    }
  });

  it('shows a program that prints what it says', async () => {
    const library = path.join(packageRoot(), 'disclosure', 'index.ts');
    const code = block('ts').replace("'bukti/dist/disclosure/index.js'", JSON.stringify(library));
    expect(await printedBy(code)).toBe(block('text', 1));
  });
});

/** The arguments of a command of the page, with its files in a folder. */
function commandOf(at: string, index: number): string[] {
  const names = [...readdirSync(path.join(docs, 'protect')), 'public'];
  const [bukti, command, ...args] = block('bash', index)
    .trim()
    .split(' ')
    .map((word) =>
      names.reduce(
        (text, name) =>
          text.replace(
            new RegExp(`(^|=)${name}$`),
            (_, before) => `${before}${path.join(at, name)}`,
          ),
        word,
      ),
    );
  expect([bukti, command]).toEqual(['bukti', 'protect']);
  return args;
}

/** Share of resolved complaints, counted line by line. */
function truth(at: string): number {
  const rows = readFileSync(path.join(at, 'complaints.csv'), 'utf8').trim().split('\n').slice(1);
  return rows.filter((row) => row.endsWith(',ya')).length / rows.length;
}
