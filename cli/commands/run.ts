import { mkdirSync } from 'node:fs';
import type { Command } from 'commander';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import type { Workspace } from '../../base/workspace.ts';
import { defaultPeriod } from '../../metrics/index.ts';
import { checkWritable, readLedger, withPublished } from '../../warehouse/index.ts';
import { createContext } from '../context.ts';
import { inboxFiles } from '../inbox.ts';
import { buildStage } from '../stages/build.ts';
import { type LandOptions, landCounts, landStage } from '../stages/land.ts';
import { quarterOf, releaseStage } from '../stages/release.ts';
import { openPage, reportStage } from '../stages/report.ts';
import { sampleStage } from '../stages/sample.ts';

interface RunOptions extends LandOptions {
  sample?: boolean;
  rows?: number;
  period?: string;
  reason?: string;
  open: boolean;
}

/** The main job: files → landing zone → warehouse → release → brief. */
export async function run(files: string[], options: RunOptions, command: Command): Promise<void> {
  const context = createContext(command);
  const { workspace } = context;
  const wanted = options.period === undefined ? undefined : quarterOf(options.period);
  await checkWritable(workspace);
  mkdirSync(workspace.inbox, { recursive: true });
  const nothingLanded = readLedger(workspace).length === 0;
  if (options.sample && nothingLanded && inboxFiles(workspace).length === 0) {
    await sampleStage(context, options.rows === undefined ? {} : { rows: options.rows });
  }
  const inputs = files.length > 0 ? files : inboxFiles(workspace);
  if (inputs.length === 0 && nothingLanded) {
    throw new BuktiError('cli.nothing-to-run', { inbox: workspace.inbox }, exitStatus.usage);
  }
  const landed = inputs.length === 0 ? undefined : await landStage(context, inputs, options);
  const build = await buildStage(context);
  const period = wanted ?? (await latestQuarter(workspace));
  const release = await releaseStage(context, period, options.reason);
  const [page = ''] = await reportStage(context, 'ksp', period);
  if (options.open) await openPage(context, page);
  context.result({
    landed: landed ? landCounts(landed) : null,
    build,
    release: { period, version: release.version, outcome: release.outcome },
    page,
  });
}

async function latestQuarter(workspace: Workspace): Promise<string> {
  const workingDays = workspace.config.release.as_of_working_days;
  return (await withPublished(workspace, (session) => defaultPeriod(session, workingDays))).period;
}
