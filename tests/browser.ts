import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const programs = [
  process.env.ProgramFiles,
  process.env['ProgramFiles(x86)'],
  process.env.LOCALAPPDATA,
].filter((folder) => folder !== undefined);

const usualPlaces = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...programs.flatMap((folder) => [
    path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
  ]),
];

const find = () => usualPlaces.find((file) => file !== undefined && existsSync(file));

function install(): void {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const apt = '/usr/bin/apt-get';
  if (!isRoot || !existsSync(apt)) return;
  spawnSync(apt, ['update'], { stdio: 'ignore' });
  spawnSync(apt, ['install', '-y', '--no-install-recommends', 'chromium'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * A headless Chromium: the one that CHROMIUM_PATH names, one of the usual places, or Debian's
 * package where the tests may install it. Never skipped.
 * @throws Error with the command to type
 */
export async function launchBrowser(): Promise<Browser> {
  if (!find()) install();
  const executablePath = find();
  if (!executablePath) {
    throw new Error(
      'No Chromium was found. Install one ("sudo apt-get install chromium", or Chrome or Edge), or name it: CHROMIUM_PATH=/path/to/chromium npm test',
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
