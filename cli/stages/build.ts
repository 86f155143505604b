import { type BuildResult, buildWarehouse } from '../../warehouse/index.ts';
import type { Context } from '../context.ts';

/** Builds, tests and publishes the warehouse where something changed. */
export async function buildStage(context: Context, force = false): Promise<BuildResult> {
  const { progress, say } = context;
  progress.start(say('cli.stage.build'));
  try {
    const result = await buildWarehouse(context.workspace, {
      force,
      onProgress: ({ step, model, index, total }) =>
        progress.update(say(stepKey[step], { model, index, total })),
    });
    progress.done(
      result.changed
        ? say('cli.stage.build-done', {
            reports: result.tables.find(({ name }) => name === 'fct_complaint')?.rows ?? 0,
            tables: result.tables.length,
            tests: result.tests,
          })
        : say('cli.stage.build-same'),
    );
    if (result.changed) {
      for (const { test, model, column, rows } of result.warnings) {
        const place = column === null ? model : `${model}.${column}`;
        if (!context.quiet && !context.json) {
          process.stderr.write(`${say('cli.test-warning', { test, place, rows })}\n`);
        }
      }
    }
    return result;
  } finally {
    progress.stop();
  }
}

const stepKey = {
  seed: 'cli.stage.build-model',
  model: 'cli.stage.build-model',
  test: 'cli.stage.build-test',
  publish: 'cli.stage.build',
} as const;
