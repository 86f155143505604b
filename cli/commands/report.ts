import type { Command } from 'commander';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { createContext } from '../context.ts';
import { quarterOf } from '../stages/release.ts';
import { openPage, reportStage } from '../stages/report.ts';

/** `report ksp 2026Q3`, `report kemenko 2026Q3`, `report kemenko pmk 2026Q3`. */
export async function report(
  document: string,
  rest: readonly string[],
  options: { open?: boolean },
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const [period, name] = [...rest].reverse();
  if (period === undefined || rest.length > 2 || (document === 'ksp' && name !== undefined)) {
    throw new BuktiError('cli.report-arguments', {}, exitStatus.usage);
  }
  const files = await reportStage(context, document, quarterOf(period), name);
  const [first] = files;
  if (options.open && first) await openPage(context, first);
  context.result(files.length === 1 && first ? { file: first } : { files });
}
