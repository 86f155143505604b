import type { Command } from 'commander';
import { createContext } from '../context.ts';
import { quarterOf } from '../stages/release.ts';
import { openPage, reportStage } from '../stages/report.ts';

export async function report(
  document: string,
  period: string,
  options: { open?: boolean },
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const file = await reportStage(context, document, quarterOf(period));
  if (options.open) await openPage(context, file);
  context.result({ file });
}
