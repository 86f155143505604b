import { makeSample } from '../../data/sample/index.ts';
import type { Context } from '../context.ts';

export interface SampleOptions {
  rows?: number;
  seed?: number;
  format?: 'xlsx' | 'csv' | 'parquet';
  out?: string;
}

/** Writes the synthetic sample's files; returns them with the number of reports. */
export async function sampleStage(context: Context, options: SampleOptions) {
  const { progress, say, workspace } = context;
  const folder = options.out ?? workspace.inbox;
  progress.start(say('cli.stage.sample'));
  try {
    const made = await makeSample(workspace, {
      folder,
      ...(options.rows === undefined ? {} : { rows: options.rows }),
      ...(options.seed === undefined ? {} : { seed: options.seed }),
      ...(options.format === undefined ? {} : { format: options.format }),
    });
    progress.done(
      say('cli.stage.sample-done', { rows: made.rows, files: made.files.length, folder }),
    );
    return made;
  } finally {
    progress.stop();
  }
}
