import type { Workspace } from '../../base/workspace.ts';
import { calendarOf, embargoOf } from '../../release/index.ts';
import type { Context } from '../context.ts';
import { momentText } from './moment.ts';

/**
 * Until when nothing public of a quarter may be shown, in a sentence; or that the calendar does not have
 * it. Nothing where there is no calendar, or its time has come.
 */
export function embargoNote(
  workspace: Workspace,
  period: string,
  { say, lang }: Pick<Context, 'say' | 'lang'>,
  now = new Date(),
): string | undefined {
  if (calendarOf(workspace, now).length === 0) return undefined;
  const embargo = embargoOf(workspace, period, now);
  if (!embargo) return say('release.embargo-unannounced', { period });
  if (!embargo.holds) return undefined;
  return say('release.embargo-held', { period, at: momentText(embargo.until, { say, lang }) });
}
