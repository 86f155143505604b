import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that need the shared world come last: it is being made meanwhile (setup-world.ts). */
export class WorldLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const needsWorld = ({ moduleId }: TestSpecification) =>
      readFileSync(moduleId, 'utf8').includes('sharedWorld');
    return [...sorted.filter((file) => !needsWorld(file)), ...sorted.filter(needsWorld)];
  }
}
