import type { Command } from 'commander';
import { createContext } from '../context.ts';
import { type LandOptions, landCounts, landStage } from '../stages/land.ts';

export async function land(files: string[], options: LandOptions, command: Command): Promise<void> {
  const context = createContext(command);
  const result = await landStage(context, files, options);
  context.result({
    ...landCounts(result),
    batches: result.files.map(({ outcome, batch, unmapped }) => ({ outcome, unmapped, ...batch })),
  });
}
