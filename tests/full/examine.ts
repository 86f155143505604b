import { parseHTML } from 'linkedom';
import type { Workspace } from '../../base/index.ts';
import type { PlantedEffect } from '../../data/sample/index.ts';
import {
  familyFindings,
  type MetricQuery,
  type MetricRow,
  queryMetrics,
  readFamily,
} from '../../metrics/index.ts';
import { openRelease, sealRelease } from '../../release/index.ts';
import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import type { Session } from '../../warehouse/index.ts';
import type { ReadReport } from './worlds.ts';

const period = '2026Q3';

/**
 * What the declared family of the quarterly brief calls clear in a world's last quarter, one line a
 * finding, with its p.
 */
export async function clearFindings(session: Session, workspace: Workspace): Promise<string[]> {
  const rows = await familyFindings(session, readFamily(workspace, 'ksp'), { period });
  return rows
    .filter(({ comparison }) => comparison?.clear)
    .map(({ metric, statistic, dims, comparison }) => {
      const codes = Object.entries(dims).map(([name, code]) => `${name}=${code}`);
      return `${metric}.${statistic}?${codes.join('&')} p ${comparison?.p?.toExponential(1)}`;
    });
}

/** Each planted effect asked at the level where it is announced (TRUTH.md), a question of its own. */
const questions: Record<PlantedEffect['id'], MetricQuery> = {
  women_wait: {
    ...{ metrics: ['respond_citizen.median'], by: ['sex'], period, compare: 'others' },
    where: { category: 'social_welfare', province: ['32', '33', '35'] },
  },
  backlog: {
    ...{ metrics: ['backlog.count'], by: [], period, compare: 'previous' },
    where: { agency: 'kemnaker' },
  },
  reason: {
    ...{ metrics: ['unresolved_reason.share'], by: ['reason'], period, compare: 'previous' },
    where: { reason: 'reporter_unreachable', status: 'archived' },
  },
  sex_coverage: {
    ...{ metrics: ['unknown.share'], by: [], period, compare: 'previous' },
    where: { province: '91', field: 'sex' },
  },
};

/** The planted effects that are clear, and more where they were made to be more. */
export async function plantedFound(session: Session): Promise<string[]> {
  const found: string[] = [];
  for (const [id, query] of Object.entries(questions)) {
    const rows = await queryMetrics(session, query);
    if (rows.some(isMore)) found.push(id);
  }
  return found;
}

/** Of women and men, it is the women who wait longer. */
function isMore({ dims, value, comparison }: MetricRow): boolean {
  if (!comparison?.clear || (dims.sex !== undefined && dims.sex !== 'f')) return false;
  return (value ?? 0) >= (comparison.base.value ?? 0);
}

/** Seals a world's release and reads its brief as its reader does: from the page. */
export async function readReport(workspace: Workspace): Promise<ReadReport> {
  await sealRelease(workspace, period);
  const release = await openRelease(workspace, period);
  const { document } = parseHTML(renderBrief(release, 'id'));
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((one) =>
      (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  return {
    clear: release.manifest.family?.clear ?? 0,
    quiet: texts('#findings > p').some((text) => text.includes('tidak satu pun jelas berbeda')),
    findings: texts('#findings ol.findings > li .say > p:first-child'),
    further: texts('#further li'),
  };
}

/** What a brief says where it names a planted effect. */
const sentences: Record<PlantedEffect['id'], RegExp> = {
  women_wait:
    /^Pelapor perempuan dalam kategori Sosial dan Kesejahteraan menunggu tanggapan pertama lebih lama/,
  backlog: /^Laporan yang menunggu di Kementerian Ketenagakerjaan bertambah/,
  reason: /^Alasan “pelapor tidak dapat dihubungi” lebih sering disebut/,
  sex_coverage: /^Bagian laporan di Papua tanpa catatan jenis kelamin naik/,
};

/** The planted effects that these sentences name. */
export function effectsNamed(texts: readonly string[]): PlantedEffect['id'][] {
  const ids = Object.keys(sentences) as PlantedEffect['id'][];
  return ids.filter((id) => texts.some((text) => sentences[id].test(text)));
}
