import type { Command } from 'commander';
import { removeSample } from '../../data/sample/remove.ts';
import { createContext } from '../context.ts';
import { type SampleOptions, sampleStage } from '../stages/sample.ts';

export async function sample(
  options: SampleOptions & { remove?: boolean },
  command: Command,
): Promise<void> {
  const context = createContext(command);
  if (options.remove) {
    const removed = removeSample(context.workspace);
    const nothing = removed.batches + removed.releases + removed.files === 0;
    context.print(nothing ? 'cli.sample.none' : 'cli.sample.removed', removed);
    context.result(removed);
    return;
  }
  context.result(await sampleStage(context, options));
}
