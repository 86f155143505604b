import type { Workspace } from '../../base/index.ts';
import { figureId, figureKey } from '../figure-id.ts';
import { openRelease } from '../open.ts';
import { sealedPeriods, sealedRecipients, sealedVersions } from '../places.ts';
import type { Figure } from '../types.ts';
import type { Located } from './locate.ts';

/** What a release said of a figure; later quarters say it again, as it was known by then. */
export interface Told {
  id: string;
  value: number | null;
  n: number;
  as_of: string;
  status: Figure['status'];
  /** Why that version replaced the one before. */
  reason: Record<'id' | 'en', string> | null;
}

/** The figure in every version of its own quarter, and in the newest one of each later quarter. */
export async function historyOf(workspace: Workspace, located: Located): Promise<Told[]> {
  const { period, figure, release } = located;
  const { recipient } = release.manifest;
  const dims = { ...figure.dims };
  if (dims.month === undefined) dims.quarter ??= period;
  const told: Told[] = [];
  for (const one of sealedPeriods(workspace)) {
    if (one < period) continue;
    const versions = sealedVersions(workspace, one);
    for (const version of one === period ? versions : versions.slice(-1)) {
      if (!sealedRecipients(workspace, one, version).includes(recipient)) continue;
      const sealed = await openRelease(workspace, one, version, recipient);
      const key = figureKey(one, figure.metric, figure.statistic, dims);
      const then = sealed.findById(figureId(one, version, key));
      if (!then) continue;
      const { id, value, n, as_of, status } = then;
      told.push({ id, value, n, as_of, status, reason: sealed.manifest.reason });
    }
  }
  return told;
}
