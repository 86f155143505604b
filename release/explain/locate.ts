import { BuktiError, exitStatus, type Workspace } from '../../base/index.ts';
import { openRelease } from '../open.ts';
import { sealedRecipients } from '../places.ts';
import type { Figure, Release, SealedComparison } from '../types.ts';

/** A figure, or a declared comparison, and the sealed tables that it stands in. */
export interface Located {
  id: string;
  period: string;
  version: number;
  release: Release;
  /** Of a comparison: the figure that is compared. */
  figure: Figure;
  comparison?: SealedComparison | undefined;
}

const pattern = /^(\d{4}Q[1-4])\/v([1-9]\d*)\/.+$/;

/**
 * Finds a figure or a comparison by its id, whichever recipient's tables it stands in.
 * @param id `2026Q3/v1/metric.statistic?dim=code&...`
 * @throws BuktiError `release.bad-id`, `release.no-figure`, and those of openRelease
 */
export async function locateFigure(workspace: Workspace, id: string): Promise<Located> {
  const [, period, number] = pattern.exec(id) ?? [];
  if (period === undefined) throw new BuktiError('release.bad-id', { id }, exitStatus.usage);
  const version = Number(number);
  const ksp = await openRelease(workspace, period, version);
  const found = inRelease(ksp, id);
  if (found) return { id, period, version, release: ksp, ...found };
  for (const recipient of sealedRecipients(workspace, period, version)) {
    if (recipient === 'ksp') continue;
    const release = await openRelease(workspace, period, version, recipient);
    const own = inRelease(release, id);
    if (own) return { id, period, version, release, ...own };
  }
  throw new BuktiError('release.no-figure', { id, period, version: `v${version}` });
}

function inRelease(
  release: Release,
  id: string,
): Pick<Located, 'figure' | 'comparison'> | undefined {
  const comparison = release.comparisons.find((one) => one.id === id);
  if (comparison) return { figure: comparison.figure, comparison };
  const figure = release.findById(id);
  return figure && { figure };
}
