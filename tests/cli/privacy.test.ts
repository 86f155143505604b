import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { personalNeedles } from '../../data/sample/index.ts';
import { findPersonal } from '../pipelines/scan-personal.ts';
import { sharedWorld, type World } from '../world.ts';
import { emptyWorkspace } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

const { names, texts, patterns } = personalNeedles();
/** Tracking IDs of the sample are 7 digits from 6000001 on; not as a part of a longer number or hash. */
const trackingId = /(?<![0-9a-f.,-])60[0-6]\d{4}(?![0-9a-f.,-])/;
const needles = [...names, ...texts, ...patterns, trackingId];

describe('no personal data of the sample', () => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld();
  });

  it('is what the inputs are full of: the scanner sees it there', async () => {
    const exported = path.join(world.workspace.inbox, 'SINTETIS-Ekspor-Sep-2026.xlsx');
    const found = new Set((await findPersonal([exported], needles)).map(({ needle }) => needle));
    for (const needle of [...patterns.map(({ source }) => source), trackingId.source, ...texts]) {
      expect(found.has(needle), needle).toBe(true);
    }
    expect(names.filter((name) => found.has(name)).length).toBeGreaterThan(60);
  });

  it('is left in the landing zone, the warehouse, the release or the page', async () => {
    const inbox = world.workspace.inbox + path.sep;
    const finds = await findPersonal(world.workspace.data, needles, {
      skip: (file) => file.startsWith(inbox),
    });
    expect(finds).toEqual([]);
  });

  it('is said on the way, in rejects or in errors', async () => {
    const { run } = world;
    const folder = emptyWorkspace();
    const spoiled = path.join(folder, 'SINTETIS-rusak.csv');
    const [first = '', second = '', header = '', ...rows] = readFileSync(
      path.join(world.workspace.inbox, 'SINTETIS-Atribut-Pelapor.csv'),
      'utf8',
    ).split('\n');
    expect(header).toContain('Tracking ID');
    const person = `${names[0]} 081255501234`;
    const bad = [
      `,L,34,Tidak,${person}`,
      `${person},P,-,Tidak,PLP1`,
      `6000001,${person},34,Tidak,PLP1`,
    ];
    writeFileSync(spoiled, [first, second, header, ...bad, ...rows.slice(0, 50)].join('\n'));
    mkdirSync(path.join(folder, 'log'));
    const outputs = [run.stdout, run.stderr];
    for (const args of [
      ['land', spoiled],
      ['land', spoiled, '--json'],
      ['land', spoiled, '--max-rejects', '90%', '--json'],
      ['run', spoiled, '--max-rejects', '90%', '--no-open'],
    ]) {
      const result = await buktiHere(args, folder, { BUKTI_DEBUG: '1' });
      outputs.push(result.stdout, result.stderr);
    }
    const said = path.join(folder, 'log', 'said.txt');
    writeFileSync(said, outputs.join('\n'));
    expect(await findPersonal(said, needles)).toEqual([]);
    expect(await findPersonal(path.join(folder, 'data'), needles)).toEqual([]);
  });
});
