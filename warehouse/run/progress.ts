import { secondsSince } from '../../base/index.ts';

/** What a build tells while it works; each piece of work says `start`, then `done`. */
export interface BuildEvent {
  step: 'seed' | 'model' | 'test' | 'publish';
  state: 'start' | 'done';
  /** Model or seed; for tests the table that is tested; for publishing the file. */
  model: string;
  /** From 1, within the step. */
  index: number;
  total: number;
  /** Rows of the table that was made; for tests the number of failing rows. */
  rows?: number;
  seconds: number;
}

export type OnProgress = (event: BuildEvent) => void;

/** Runs one piece of work between its two events; `work` gives the number of rows, if it has one. */
export async function reported(
  onProgress: OnProgress | undefined,
  about: Pick<BuildEvent, 'step' | 'model' | 'index' | 'total'>,
  work: () => Promise<number | undefined>,
): Promise<void> {
  onProgress?.({ ...about, state: 'start', seconds: 0 });
  const begin = performance.now();
  const rows = await work();
  const seconds = secondsSince(begin);
  onProgress?.({ ...about, state: 'done', seconds, ...(rows === undefined ? {} : { rows }) });
}
