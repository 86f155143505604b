import { defineConfig } from 'vitest/config';
import { WorldLast } from './tests/world-last.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/setup-world.ts'],
    testTimeout: 60_000,
    hookTimeout: 240_000,
    pool: 'forks',
    isolate: false,
    sequence: { sequencer: WorldLast },
    maxWorkers: 2,
  },
});
