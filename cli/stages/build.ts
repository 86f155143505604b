import { type BuildResult, buildWarehouse } from '../../warehouse/index.ts';
import type { Context } from '../context.ts';

/** Builds, tests and publishes the warehouse where something changed. */
export async function buildStage(context: Context, force = false): Promise<BuildResult> {
  const { progress, say } = context;
  progress.start(say('cli.stage.build'));
  try {
    const result = await buildWarehouse(context.workspace, {
      force,
      onProgress: ({ model, index, total }) =>
        progress.update(say('cli.stage.build-model', { model: model ?? '', index, total })),
    });
    progress.done(
      result.changed
        ? say('cli.stage.build-done', {
            reports: result.rows.fct_complaint ?? 0,
            models: result.models,
            tests: result.tests,
          })
        : say('cli.stage.build-same'),
    );
    return result;
  } finally {
    progress.stop();
  }
}
