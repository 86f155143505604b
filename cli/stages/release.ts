import { existsSync } from 'node:fs';
import { formatDate, formatPeriod, parsePeriod } from '../../base/dates.ts';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { type SealResult, sealRelease } from '../../release/index.ts';
import { embargoNote } from '../calendar/embargo-note.ts';
import type { Context } from '../context.ts';

/** `2026q3` → `2026Q3`. @throws BuktiError `cli.bad-period` */
export function quarterOf(text: string): string {
  const period = parsePeriod(text);
  if (period?.kind !== 'quarter') {
    throw new BuktiError('cli.bad-period', { period: text }, exitStatus.usage);
  }
  return period.id;
}

/** Seals a quarter's figures; the same figures are not sealed twice. */
export async function releaseStage(
  context: Context,
  period: string,
  reason?: string,
): Promise<SealResult> {
  const { progress, say, lang } = context;
  const unsigned = !existsSync(context.workspace.signingKey);
  progress.start(say('cli.stage.release', { period: formatPeriod(period, lang) }));
  try {
    const result = await sealRelease(
      context.workspace,
      period,
      reason === undefined ? {} : { reason },
    );
    const { version, manifest } = result;
    progress.done(
      say(
        result.outcome === 'sealed' ? 'cli.stage.release-sealed' : 'cli.stage.release-unchanged',
        { period, version, figures: manifest.figures, asOf: formatDate(manifest.as_of, lang) },
      ),
    );
    if (unsigned && existsSync(context.workspace.signingKey)) {
      context.note('release.key-created', { file: context.workspace.signingKey });
    }
    if (result.public) {
      const { designWritten, catalogueVersion, ...told } = result.public;
      context.note('release.public.sealed', { ...told });
      if (designWritten !== undefined) {
        const params = { version: catalogueVersion, file: designWritten };
        context.note('release.public.design-written', params);
      }
    }
    const note = embargoNote(context.workspace, period, context);
    if (note !== undefined && !context.json && !context.quiet) process.stderr.write(`${note}\n`);
    return result;
  } finally {
    progress.stop();
  }
}
