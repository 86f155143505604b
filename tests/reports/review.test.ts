import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../base/index.ts';
import { openRelease, type Release, sealedRecipients, tableNames } from '../../release/index.ts';
import { renderReview } from '../../reports/documents/kemenko/review.ts';
import { withPublished } from '../../warehouse/index.ts';
import { sharedWorld } from '../world.ts';

const period = '2026Q3';
let workspace: Workspace;
const releases = new Map<string, Release>();

beforeAll(async () => {
  ({ workspace } = await sharedWorld());
  for (const recipient of sealedRecipients(workspace, period, 1)) {
    releases.set(recipient, await openRelease(workspace, period, 1, recipient));
  }
});
const reviews = () => [...releases].filter(([recipient]) => recipient !== 'ksp');
const figuresOf = (release: Release) => tableNames.flatMap((table) => release.rows(table));

describe('tables of coordinating ministries', () => {
  it('are there for the seven of the cabinet in force, and for KSP first', () => {
    expect([...releases.keys()][0]).toBe('ksp');
    expect(reviews().map(([recipient]) => recipient)).toEqual([
      'kemenko_infra',
      'kemenko_kumham',
      'kemenko_pangan',
      'kemenko_perekonomian',
      'kemenko_pm',
      'kemenko_pmk',
      'kemenko_polkam',
    ]);
  });

  it('hold no cross by what reporters are, none of anonymous, secret or whistle-blowing reports', () => {
    const kept = ['sex', 'age_band', 'disability', 'anonymity', 'classification', 'channel'];
    for (const [recipient, release] of reviews()) {
      const figures = figuresOf(release);
      expect(figures.length, recipient).toBeGreaterThan(1000);
      const wrong = figures.filter(
        ({ dims }) => dims.coordinator !== recipient || kept.some((name) => name in dims),
      );
      expect(wrong.map(({ id }) => id)).toEqual([]);
    }
  });

  it('count what plain SQL counts, and agency types add up to the whole', async () => {
    const asOf = releases.get('ksp')?.manifest.as_of;
    const rows = await withPublished(workspace, (session) =>
      session.rows<{ agency: string; n: number }>(
        `select s.agency_code as agency, count(*) as n
        from fct_complaint as f join fct_complaint_status as s on s.complaint_key = f.complaint_key
          and s.valid_from <= $1::date and s.valid_to > $1::date
        where f.quarter = '2026Q3' and s.agency_type in ('kementerian', 'lembaga')
        group by all`,
        [asOf ?? ''],
      ),
    );
    const counted = new Map(rows.map(({ agency, n }) => [agency, n]));
    let checked = 0;
    for (const [, release] of reviews()) {
      for (const agency of release.manifest.coordinates ?? []) {
        const query = { metric: 'received', statistic: 'count', dims: { agency } };
        const figure = release.find('by_agency', query);
        expect(figure?.value ?? 0, agency).toBe(counted.get(agency) ?? 0);
        checked += figure ? 1 : 0;
      }
      const types = release.rows('by_agency_type', {
        metric: 'received',
        statistic: 'count',
        dims: { quarter: period },
      });
      const total = release.find('series', { metric: 'received', statistic: 'count' });
      expect(types.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total?.value);
    }
    expect(checked).toBeGreaterThan(20);
  });
});

describe('the review', () => {
  it('shows figures of its release alone, asks from figures, and states the sector route', () => {
    let inEnglish = 0;
    for (const [recipient, release] of reviews()) {
      const { document } = parseHTML(renderReview(release, 'id'));
      const named = [...document.querySelectorAll('data.f:not(.d)')];
      expect(named.length, recipient).toBeGreaterThan(50);
      for (const element of named) {
        const figure = release.figure(element.getAttribute('data-id') as string);
        expect(Number(element.getAttribute('value'))).toBe(figure.value);
      }
      for (const question of document.querySelectorAll('#questions li')) {
        expect(question.textContent).toMatch(/\?$/);
        const figures = question.querySelectorAll('[data-id]').length;
        expect(figures > 0 || question.textContent?.startsWith('Tidak ada satu laporan')).toBe(
          true,
        );
      }
      expect(document.querySelector('#local')?.textContent).toContain('asumsi');
      expect(document.querySelector('.marks')?.textContent).toMatch(/TERBATAS\s+SINTETIS/);
      // One of seven alike; `npm run test:full` looks at each.
      if (process.env.BUKTI_FULL === undefined && recipient !== 'kemenko_pmk') continue;
      inEnglish += 1;
      const english = parseHTML(renderReview(release, 'en')).document;
      expect(english.querySelectorAll('section').length).toBe(
        document.querySelectorAll('section').length,
      );
    }
    expect(inEnglish).toBeGreaterThan(0);
  });

  it('finds the ministry whose backlog was made to double', () => {
    const release = releases.get('kemenko_perekonomian') as Release;
    const { document } = parseHTML(renderReview(release, 'id'));
    const findings = [...document.querySelectorAll('ol.findings li')].map((li) => li.textContent);
    expect(findings.join('\n')).toMatch(
      /menunggu di Kementerian Ketenagakerjaan bertambah .* pada akhir triwulan\sIII\s2026\.\s*Memburuk\./,
    );
  });
});

describe('which way is worse', () => {
  it('is sealed for what is compared: less waiting, more kept; of numbers of reports neither', () => {
    const seen = { worse: 0, better: 0, neither: 0 };
    for (const release of releases.values()) {
      const { directions = {} } = release.manifest;
      expect(directions['respond_citizen.median']).toBe('down_is_better');
      expect(directions['respond_citizen.within_limit']).toBe('up_is_better');
      expect(directions['backlog.count']).toBe('down_is_better');
      expect(directions).not.toHaveProperty('received.count');
      for (const { figure, base_value, worse, withheld } of release.comparisons) {
        if (figure.metric === 'received') expect(worse).toBeNull();
        if (worse === null) seen.neither += 1;
        if (withheld !== null || base_value === null || figure.value === null) continue;
        if (figure.metric === 'backlog' && base_value !== figure.value) {
          // A stock of one evening: no length of a quarter comes into its ratio.
          expect(worse, figure.id).toBe(figure.value > base_value);
          seen[worse ? 'worse' : 'better'] += 1;
        }
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
  });
});
