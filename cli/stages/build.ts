import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import {
  activeBatches,
  type BuildResult,
  buildWarehouse,
  withPublished,
} from '../../warehouse/index.ts';
import type { Context } from '../context.ts';

/** Builds, tests and publishes the warehouse where something changed. */
export async function buildStage(context: Context, force = false): Promise<BuildResult> {
  const { progress, say } = context;
  if (activeBatches(context.workspace).length === 0) {
    throw new BuktiError('cli.nothing-to-build', {}, exitStatus.usage);
  }
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
        context.note('cli.test-warning', { test, place, rows });
      }
      await noteUnresolved(context);
    }
    return result;
  } finally {
    progress.stop();
  }
}

/** A name that this many rows share is nobody's own, and may be shown. */
const shared = 5;

/** Says which landed names no seed knows, so that somebody adds them. */
async function noteUnresolved(context: Context): Promise<void> {
  const found = await withPublished(context.workspace, (session) =>
    session.rows<{ dimension: string; names: number; rows: number; examples: string[] }>(
      `select dimension, count(*) as names, sum(n)::bigint as rows,
        coalesce(list(raw order by n desc, raw) filter (n >= ${shared} and dimension <> 'reason'), [])[:3]
          as examples
      from meta_unresolved group by dimension order by dimension`,
    ),
  );
  for (const { dimension, names, rows, examples } of found) {
    const quoted = examples.map((name) => `"${name}"`).join(', ');
    const given = quoted || context.say('cli.unresolved.rare');
    context.note('cli.unresolved', { dimension, names, rows, examples: given });
  }
}

const stepKey = {
  seed: 'cli.stage.build-model',
  model: 'cli.stage.build-model',
  test: 'cli.stage.build-test',
  publish: 'cli.stage.build',
} as const;
