import type { Command } from 'commander';
import { createContext } from '../context.ts';
import { buildStage } from '../stages/build.ts';

export async function build(options: { force?: boolean }, command: Command): Promise<void> {
  const context = createContext(command);
  context.result(await buildStage(context, options.force));
}
