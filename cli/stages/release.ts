import { existsSync } from 'node:fs';
import { formatDate, formatPeriod, parsePeriod } from '../../base/dates.ts';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { calendarOf, embargoOf, type SealResult, sealRelease } from '../../release/index.ts';
import { momentText } from '../calendar/moment.ts';
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
    sayEmbargo(context, period);
    return result;
  } finally {
    progress.stop();
  }
}

/** Where there is a calendar: until when nothing public of the quarter may be shown. */
function sayEmbargo(context: Context, period: string): void {
  const { workspace } = context;
  if (calendarOf(workspace).length === 0) return;
  const embargo = embargoOf(workspace, period);
  if (!embargo) context.note('release.embargo-unannounced', { period });
  else if (embargo.holds) {
    context.note('release.embargo-held', { period, at: momentText(embargo.until, context) });
  }
}
