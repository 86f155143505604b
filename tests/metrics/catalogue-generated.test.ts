import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../base/index.ts';
import { metricNames, metricsCatalogue } from '../../metrics/index.ts';

const root = packageRoot();
const page = readFileSync(path.join(root, 'docs', 'metrics.md'), 'utf8');

describe('what is generated from the catalogue', () => {
  it('is up to date', () => {
    const script = path.join(root, 'scripts', 'generate.mjs');
    const { status, stdout } = spawnSync(process.execPath, [script, '--check'], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  it('explains every metric where the catalogue says so', () => {
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
    for (const { name, source } of metricsCatalogue([path.join(root, 'models')]).metrics) {
      const [file, anchor] = source.split('#');
      expect(file).toBe('docs/metrics.md');
      expect(headings, name).toContain(anchor);
    }
    for (const name of metricNames) expect(page).toContain(`**\`${name}\`**`);
  });

  it('cites each method at a place that its links reach', () => {
    const linked = [...page.matchAll(/\]\(#(\w+)\)/g)].map(([, name = '']) => name);
    const anchors = [...page.matchAll(/<a id="(\w+)"><\/a>/g)].map(([, name]) => name);
    const headings = [...page.matchAll(/^## (\w+)$/gm)].map(([, name = '']) => name.toLowerCase());
    expect(linked.length).toBeGreaterThan(100);
    for (const name of new Set(linked)) expect([...anchors, ...headings]).toContain(name);
  });
});
