import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import { launchBrowser } from '../browser.ts';
import { fixture, type Kind } from './fixture.ts';

const kinds: Kind[] = ['full', 'bare', 'foreign'];
/** Looked at by axe, and printed: the bare brief has no part that the others lack. */
const examined = process.env.BUKTI_FULL === undefined ? (['full', 'foreign'] as const) : kinds;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bukti-brief-'));
  for (const kind of kinds) {
    writeFileSync(path.join(folder, `${kind}.html`), renderBrief(fixture(kind), 'id'));
  }
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page and notes whatever it says or asks for. */
async function open(kind: Kind, width: number): Promise<{ page: Page; noise: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const noise: string[] = [];
  const url = pathToFileURL(path.join(folder, `${kind}.html`)).href;
  page.on('console', (message) => noise.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const target = request.url();
    if (target !== url && !target.startsWith('data:')) noise.push(`request: ${target}`);
  });
  await page.goto(url);
  await page.evaluate('document.fonts.ready');
  return { page, noise };
}

describe.each(kinds)('the brief (%s) in a browser', (kind) => {
  it('asks for nothing and never scrolls sideways, from 320 to 1280 px', async () => {
    const { page, noise } = await open(kind, 1280);
    for (const width of [1280, 720, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const scroll = await page.evaluate('document.documentElement.scrollWidth');
      expect(scroll, `at ${width} px`).toBeLessThanOrEqual(width);
    }
    expect(noise).toEqual([]);
    expect(await page.evaluate('document.fonts.check(`17px "Plus Jakarta Sans"`)')).toBe(true);
    await page.close();
  });

  it('shows one layout of each chart, with text of 12 px or more', async () => {
    for (const width of [320, 1280]) {
      const { page } = await open(kind, width);
      const shown = (await page.evaluate(`[...document.querySelectorAll('figure')].map((figure) =>
        [...figure.querySelectorAll('svg.chart')].filter((svg) => svg.getBoundingClientRect().width > 0).length)`)) as number[];
      expect(shown.every((count) => count === 1)).toBe(true);
      const smallest = await page.evaluate(`Math.min(...[...document.querySelectorAll('svg.chart')]
        .filter((svg) => svg.getBoundingClientRect().width > 0)
        .map((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width *
          Math.min(...[...svg.querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize)))))`);
      expect(smallest).toBeGreaterThanOrEqual(11.9);
      await page.close();
    }
  });
});

describe.each(examined)('the brief (%s) in a browser', (kind) => {
  it('is clean for axe, and its headings are in order', async () => {
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    const { page } = await open(kind, 360);
    await page.evaluate(
      `document.querySelectorAll('details').forEach((one) => { one.open = true; })`,
    );
    // Rows and marks that repeat what the first ones are would only cost minutes.
    await page.evaluate(`document.querySelectorAll('tbody tr:nth-child(n+7), svg rect:nth-child(n+40)')
        .forEach((one) => one.remove())`);
    await page.evaluate(readFileSync(axe, 'utf8'));
    const violations = (await page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }).then((result) =>
          result.violations.map((one) => one.id + ': ' + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')))`,
    )) as string[];
    expect(violations).toEqual([]);
    const levels = (await page.evaluate(
      `[...document.querySelectorAll('h1,h2,h3,h4')].map((heading) => Number(heading.tagName[1]))`,
    )) as number[];
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    });
    await page.close();
  });

  it('prints on A4 with page one to itself', async () => {
    const { page } = await open(kind, 1280);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
    await page.emulateMedia({ media: 'print' });
    const height = await page.evaluate(
      `document.getElementById('findings').getBoundingClientRect().bottom`,
    );
    // The page's box at 96 dots an inch: 297 mm less the margins of 22 and 18 mm.
    expect(height).toBeLessThan((257 / 25.4) * 96);
    await page.close();
  });
});

describe('the brief without a mouse', () => {
  it('scrolls wide tables by keyboard alone at 320 px, and shows where the focus is', async () => {
    const { page } = await open('full', 320);
    const unreachable = await page.evaluate(`(() => {
      document.querySelectorAll('details').forEach((one) => { one.open = true; });
      return [...document.querySelectorAll('.table')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .filter((one) => one.tabIndex !== 0 || !one.getAttribute('aria-label') || getComputedStyle(one).overflowX !== 'auto')
        .map((one) => one.textContent.slice(0, 60));
    })()`);
    expect(unreachable).toEqual([]);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await page.evaluate('getComputedStyle(document.documentElement).scrollBehavior')).toBe(
      'auto',
    );
    const stops: { outline: string; seen: boolean; skip: boolean }[] = [];
    for (let press = 0; press < 25; press += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        (await page.evaluate(`(() => {
          const box = document.activeElement.getBoundingClientRect();
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
          return {
            outline: outlineStyle + ' ' + outlineWidth,
            seen: box.top < innerHeight && box.bottom > 0 && box.left >= 0 && box.width > 0,
            skip: document.activeElement.classList.contains('skip'),
          };
        })()`)) as (typeof stops)[number],
      );
    }
    expect(stops.map(({ skip }) => skip).indexOf(true)).toBe(0);
    for (const stop of stops) expect(stop).toMatchObject({ outline: 'solid 3px', seen: true });
    await page.close();
  });

  it('keeps its charts as they are where the system forces its colours', async () => {
    const { page } = await open('full', 900);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const grounds = await page.evaluate(`[...document.querySelectorAll('svg')]
      .filter((one) => one.getBoundingClientRect().width > 0)
      .map((one) => getComputedStyle(one))
      .map((style) => style.forcedColorAdjust + ' ' + style.backgroundColor)`);
    expect(new Set(grounds as string[])).toEqual(new Set(['none rgb(255, 255, 255)']));
    await page.close();
  });
});
