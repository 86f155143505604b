import { formatPeriod, type Lang } from '../../../base/index.ts';
import type { Release } from '../../../release/index.ts';
import { type Document, renderPage } from '../page.ts';

/** The KSP quarterly brief. */
const brief: Document = {
  name: ({ t, period, lang }) => t('reports.ksp.name', { quarter: formatPeriod(period, lang) }),
  sections: [
    'volume',
    'clocks',
    'states',
    'people',
    'places',
    'topics',
    'reasons',
    'agencies',
    'rating',
    'quality',
    'revisions',
  ],
};

/** The KSP quarterly brief as one self-contained page; a pure function of the release. */
export function renderBrief(release: Release, lang: Lang): string {
  return renderPage(brief, release, lang);
}
