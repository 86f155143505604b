import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { packageRoot } from '../../../base/index.ts';
import { folder, protect, table } from './run-protect.ts';

const docs = path.join(packageRoot(), 'docs', 'how-to');
const page = readFileSync(path.join(docs, 'protect.md'), 'utf8');
const blocks = [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, kind, text]) => ({
  kind,
  text: text ?? '',
}));
const block = (kind: string, index = 0) =>
  blocks.filter((one) => one.kind === kind)[index]?.text ?? '';

describe('docs/how-to/protect.md', () => {
  it('shows the head of its file and a command that does what it says', async () => {
    const at = folder();
    cpSync(path.join(docs, 'protect'), at, { recursive: true });
    expect(readFileSync(path.join(at, 'complaints.csv'), 'utf8')).toContain(block('csv'));
    const names = ['complaints.csv', 'regions.csv', 'public'];
    const [bukti, command, ...args] = block('bash')
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
    const done = await protect(at, args);
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

  it('shows a program that prints what it says', async () => {
    const library = path.join(packageRoot(), 'disclosure', 'index.ts');
    const code = block('ts').replace("'bukti/dist/disclosure/index.js'", JSON.stringify(library));
    const made = mkdtempSync(path.join(import.meta.dirname, 'example-'));
    const printed: string[] = [];
    const spy = vi.spyOn(console, 'log').mockImplementation((...args) => {
      printed.push(format(...args));
    });
    try {
      writeFileSync(path.join(made, 'example.mts'), code);
      await import(path.join(made, 'example.mts'));
    } finally {
      spy.mockRestore();
      rmSync(made, { recursive: true });
    }
    expect(`${printed.join('\n')}\n`).toBe(block('text', 1));
  });
});

/** Share of resolved complaints, counted line by line. */
function truth(at: string): number {
  const rows = readFileSync(path.join(at, 'complaints.csv'), 'utf8').trim().split('\n').slice(1);
  return rows.filter((row) => row.endsWith(',ya')).length / rows.length;
}
