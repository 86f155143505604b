import { formatPeriod, type Lang } from '../../../base/index.ts';
import type { Release } from '../../../release/index.ts';
import { withArticle } from '../../text/voice.ts';
import { type Document, renderPage } from '../page.ts';

/** The review of a coordinating ministry: what it answers for, its ministries one by one. */
const review: Document = {
  name: ({ t, label, period, lang, release }) =>
    t('reports.kemenko.name', {
      ministry: withArticle(label('coordinator', release.scope.coordinator ?? ''), lang),
      quarter: formatPeriod(period, lang),
    }),
  sections: [
    'questions',
    'ministries',
    'local_governments',
    'volume',
    'clocks',
    'states',
    'topics',
    'reasons',
    'revisions',
  ],
};

/**
 * The review of the coordinating ministry whose tables the release holds, as one self-contained page;
 * a pure function of the release.
 */
export function renderReview(release: Release, lang: Lang): string {
  return renderPage(review, release, lang);
}
