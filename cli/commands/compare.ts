import type { Command } from 'commander';
import { compareReleases } from '../../release/index.ts';
import { changeGrid } from '../compare/grid.ts';
import { changeText } from '../compare/text.ts';
import { createContext } from '../context.ts';
import { deliver } from '../formats/deliver.ts';
import { jsonText } from '../formats/json.ts';
import { readOutput } from '../formats/output.ts';

interface CompareOptions {
  recipient?: string;
  all?: boolean;
  format?: string;
  out?: string;
}

/** Two sealed releases: every figure that moved, before, after, and why as far as it is known. */
export async function compare(
  a: string,
  b: string,
  options: CompareOptions,
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const { workspace, progress, say } = context;
  const output = readOutput({ ...options, json: context.json });
  progress.start(say('release.compare.stage', { a, b }));
  try {
    await compareReleases(workspace, [a, b], options.recipient ?? 'ksp', async (comparison) => {
      progress.stop();
      const { before, now, figures, records, changes, findings, session } = comparison;
      const synthetic = before.manifest.synthetic || now.manifest.synthetic;
      const grid = () => changeGrid(session, synthetic);
      const side = ({ name, manifest }: typeof now) => {
        const { recipient, as_of, figures_sha256, reason } = manifest;
        return { release: name, recipient, as_of, figures_sha256, reason };
      };
      const head = {
        ...{ synthetic, restriction: 'TERBATAS', before: side(before), after: side(now) },
        ...{ figures, records, changes, findings },
      };
      await deliver(
        {
          sheet: synthetic ? 'SINTETIS' : 'TERBATAS',
          grid,
          json: () => jsonText(grid(), head),
          table: () => changeText(context, comparison, options.all ?? output.out !== undefined),
        },
        output,
      );
    });
  } finally {
    progress.stop();
  }
  if (output.out !== undefined) context.note('asking.written', { file: output.out });
}
