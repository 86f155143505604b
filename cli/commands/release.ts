import type { Command } from 'commander';
import { createContext } from '../context.ts';
import { quarterOf, releaseStage } from '../stages/release.ts';

export async function release(
  period: string,
  options: { reason?: string },
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const result = await releaseStage(context, quarterOf(period), options.reason);
  context.result(result);
}
