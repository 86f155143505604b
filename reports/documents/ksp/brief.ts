import { formatPeriod, type Lang } from '../../../base/index.ts';
import type { Release } from '../../../release/index.ts';
import { agencies } from '../../sections/agencies.ts';
import { clocks } from '../../sections/clocks.ts';
import { people } from '../../sections/people.ts';
import { places } from '../../sections/places.ts';
import { quality } from '../../sections/quality.ts';
import { rating } from '../../sections/rating.ts';
import { reasons } from '../../sections/reasons.ts';
import { revisions } from '../../sections/revisions.ts';
import { states } from '../../sections/states.ts';
import { topics } from '../../sections/topics.ts';
import { volume } from '../../sections/volume.ts';
import { type Document, renderPage } from '../page.ts';

/** The KSP quarterly brief. */
const brief: Document = {
  name: ({ t, period, lang }) => t('reports.ksp.name', { quarter: formatPeriod(period, lang) }),
  sections: [
    volume,
    clocks,
    states,
    people,
    places,
    topics,
    reasons,
    agencies,
    rating,
    quality,
    revisions,
  ],
};

/** The KSP quarterly brief as one self-contained page; a pure function of the release. */
export function renderBrief(release: Release, lang: Lang): string {
  return renderPage(brief, release, lang);
}
