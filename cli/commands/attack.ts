import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { BuktiError, exitStatus } from '../../base/index.ts';
import { writePieces, writeWhole } from '../../base/whole-file.ts';
import { type AttackResult, attackFolder, type Finding } from '../../disclosure/attack/index.ts';
import { type Context, createContext } from '../context.ts';

interface Options {
  known?: string[];
  residents?: string[];
  truth?: string;
  report?: string;
  sample?: string;
}

/** Findings a terminal shows; the report has all. */
const screenful = 40;

/**
 * Attacks a folder of publications, once as an outsider and once as each recipient whose cells are given. What it
 * finds goes to the terminal and to `--report`, never into the folder.
 */
export async function attack(folder: string, options: Options, command: Command): Promise<void> {
  const context = createContext(command);
  const sample = sampleOf(options.sample);
  const { report, truth, residents } = options;
  if (report !== undefined) checkOutside(folder, report);
  const results: AttackResult[] = [];
  for (const known of [undefined, ...(options.known ?? []).flatMap(recipientsOf)]) {
    const recipient = known === undefined ? undefined : path.basename(path.resolve(known));
    results.push(await one(context, folder, { sample, known, recipient, truth, residents }));
  }
  const all = withoutRepeats(results.flatMap((result) => result.findings));
  const sure = all.filter(({ severity }) => severity === 'recovered');
  const findings = [...sure, ...all.filter(({ severity }) => severity === 'possible')];
  const [{ files, releases, cells, hidden, equations }] = results as [AttackResult];
  const summary = { folder, files, releases, cells, hidden, equations, recovered: sure.length };
  const body = findings.map((finding) => ({ ...finding, text: textOf(context, finding) }));
  if (report !== undefined) {
    const text = `${JSON.stringify({ ...summary, findings: body }, null, 2)}\n`;
    await writeWhole(report, (file) => writePieces(file, pieces(text)));
    context.note('asking.written', { file: report });
  }
  context.result({ ...summary, findings: body });
  show(context, findings);
  if (sure.length > 0) {
    const params = { folder, findings: sure.length };
    throw new BuktiError('attack.recovered', params, exitStatus.test);
  }
  context.print('attack.nothing', { files, cells, hidden });
  const { solved, targets, undecided } = results[0] as AttackResult;
  if (solved < targets) context.print('attack.sampled', { solved, targets, undecided });
}

async function one(
  { progress, say }: Context,
  folder: string,
  how: {
    known?: string | undefined;
    recipient?: string | undefined;
    truth?: string | undefined;
    residents?: readonly string[] | undefined;
    sample?: number | undefined;
  },
): Promise<AttackResult> {
  const { known, recipient, truth, residents, sample } = how;
  progress.start(
    recipient === undefined
      ? say('attack.stage', { folder })
      : say('attack.stage-as', { folder, recipient }),
  );
  try {
    const result = await attackFolder(folder, {
      ...(known === undefined ? {} : { known }),
      ...(recipient === undefined ? {} : { recipient }),
      ...(truth === undefined ? {} : { truth }),
      ...(residents === undefined ? {} : { residents }),
      ...(sample === undefined ? {} : { sample }),
    });
    const { files, cells, hidden, equations } = result;
    progress.done(say('attack.stage-done', { files, cells, hidden, equations }));
    return result;
  } finally {
    progress.stop();
  }
}

/** @throws BuktiError `attack.bad-sample` */
function sampleOf(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,7}$/.test(text)) return text === undefined ? text : Number(text);
  throw new BuktiError('attack.bad-sample', { text }, exitStatus.usage);
}

/** A folder that holds only folders holds one for each recipient. */
function recipientsOf(folder: string): string[] {
  if (!existsSync(folder)) throw new BuktiError('attack.no-folder', { folder }, exitStatus.usage);
  const entries = readdirSync(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  if (folders.length === 0 || folders.length < entries.length) return [folder];
  return folders.map(({ name }) => path.join(folder, name));
}

/** What an outsider finds, a recipient finds too: it is said once. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((one) => {
    const key = `${one.kind}|${one.severity}|${one.file}|${one.cell}|${one.low}|${one.high}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function show(context: Context, findings: readonly Finding[]): void {
  const sure = findings.filter(({ severity }) => severity === 'recovered');
  for (const finding of sure.slice(0, screenful)) {
    context.print('attack.line', { file: finding.file, place: finding.place });
    context.write(`  ${textOf(context, finding)}`);
  }
  if (sure.length > screenful) context.print('attack.more', { left: sure.length - screenful });
  const possible = findings.length - sure.length;
  if (possible > 0) context.print('attack.possible', { findings: possible });
}

function textOf({ say }: Context, { kind, cell, low, high, by, recipient }: Finding): string {
  const range =
    low === undefined || high === undefined
      ? '?'
      : low === high
        ? say('attack.value', { low })
        : say('attack.range', { low, high: high === Infinity ? '∞' : high });
  const reason = typeof by === 'string' ? by : say(by.key, by.params);
  const as = recipient === undefined ? '' : say('attack.as', { recipient });
  return as + say(`attack.finding.${kind}`, { cell, range, by: reason });
}

/** @throws BuktiError `attack.report-inside` */
function checkOutside(folder: string, report: string): void {
  const inside = path.relative(path.resolve(folder), path.resolve(report));
  if (!inside.startsWith('..') && !path.isAbsolute(inside)) {
    throw new BuktiError('attack.report-inside', { file: report, folder }, exitStatus.usage);
  }
}

async function* pieces(text: string): AsyncGenerator<string> {
  yield text;
}
