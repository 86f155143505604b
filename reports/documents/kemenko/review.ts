import { formatPeriod, type Lang } from '../../../base/index.ts';
import type { Release } from '../../../release/index.ts';
import { clocks } from '../../sections/clocks.ts';
import { localGovernments } from '../../sections/local-governments.ts';
import { ministries } from '../../sections/ministries.ts';
import { questions } from '../../sections/questions.ts';
import { reasons } from '../../sections/reasons.ts';
import { revisions } from '../../sections/revisions.ts';
import { states } from '../../sections/states.ts';
import { topics } from '../../sections/topics.ts';
import { volume } from '../../sections/volume.ts';
import { type Document, renderPage } from '../page.ts';

/** The review of a coordinating ministry: what it answers for, its ministries one by one. */
const review: Document = {
  name: ({ t, label, period, lang, release }) =>
    t('reports.kemenko.name', {
      ministry: label('coordinator', release.scope.coordinator ?? ''),
      quarter: formatPeriod(period, lang),
    }),
  sections: [
    questions,
    ministries,
    localGovernments,
    volume,
    clocks,
    states,
    topics,
    reasons,
    revisions,
  ],
};

/**
 * The review of the coordinating ministry whose tables the release holds, as one self-contained page;
 * a pure function of the release.
 */
export function renderReview(release: Release, lang: Lang): string {
  return renderPage(review, release, lang);
}
