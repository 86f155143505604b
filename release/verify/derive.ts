import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codeHash } from '../../base/code-hash.ts';
import { type Period, parsePeriod } from '../../base/index.ts';
import { withSession } from '../../warehouse/index.ts';
import { computeAnswers } from '../answers.ts';
import { comparisonContent, storedComparison } from '../comparison-file.ts';
import { figureContent } from '../figure-content.ts';
import { figureId } from '../figure-id.ts';
import type { StoredFigure } from '../types.ts';
import { loadExtract } from '../vault/extract.ts';
import { frozenWorkspace } from '../vault/frozen-workspace.ts';
import { computingFolders, type VaultManifest } from '../vault/vault-manifest.ts';
import { derivePublic } from './derive-public.ts';
import { said } from './figures.ts';
import type { Problem } from './problems.ts';
import type { SealedPart } from './sealed-part.ts';

export interface Derivation {
  /** Figures and comparisons computed again. */
  figures: number;
  problems: Problem[];
  /** The code that computed again is another than the one that sealed. */
  otherCode: boolean;
}

/**
 * Computes every figure of a version again from its vault, and lists those that are not what was sealed,
 * those that are missing and those that should not be there.
 * @param vault its folder, whose files have been checked
 * @param parts the internal parts of the version that are there
 */
export async function deriveAgain(
  vault: string,
  manifest: VaultManifest,
  parts: readonly SealedPart[],
): Promise<Derivation> {
  const period = parsePeriod(manifest.period) as Period;
  const workspace = frozenWorkspace(vault, manifest);
  const scratch = mkdtempSync(path.join(tmpdir(), 'bukti-verify-'));
  try {
    const { answers, changed } = await withSession(
      { path: path.join(scratch, 'extract.duckdb'), tempDirectory: path.join(scratch, 'tmp') },
      async (session) => {
        await loadExtract(session, vault);
        const { context, asOf, answers: all } = await computeAnswers(workspace, session, period);
        const source = { folder: vault, manifest };
        return {
          answers: all,
          changed: await derivePublic(session, workspace, context, period, asOf.asOf, source),
        };
      },
    );
    const problems: Problem[] = [...changed];
    let figures = 0;
    for (const part of parts) {
      const answer = answers.find(({ recipient }) => recipient.name === part.manifest.recipient);
      const computed = new Map<string, { text: string; value: number | null }>();
      for (const [key, row] of [...(answer?.tables.values() ?? [])].flat()) {
        const id = figureId(manifest.period, manifest.version, key);
        computed.set(id, { text: figureContent(row), value: row.value });
      }
      for (const one of answer?.comparisons ?? []) {
        const stored = storedComparison(manifest.period, manifest.version, one);
        computed.set(stored.id, { text: comparisonContent(stored), value: stored.difference });
      }
      figures += computed.size;
      problems.push(...differences(part, computed));
    }
    return { figures, problems, otherCode: codeHash(computingFolders) !== manifest.code_sha256 };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function differences(
  part: SealedPart,
  computed: Map<string, { text: string; value: number | null }>,
): Problem[] {
  const problems: Problem[] = [];
  const differs = (id: string, sealed: string, again: string) =>
    problems.push({ key: 'release.verify.differs', params: { id, sealed, computed: again } });
  const left = new Set(computed.keys());
  const compare = (id: string, text: string, value: number | null) => {
    const again = computed.get(id);
    left.delete(id);
    if (!again) differs(id, said(value), '-');
    else if (again.text !== text) {
      // The same value, but an interval, a count or a status that is another.
      const same = again.value === value;
      differs(id, same ? text : said(value), same ? again.text : said(again.value));
    }
  };
  const figures = new Map<string, StoredFigure>();
  for (const one of [...part.tables.values()].flat()) figures.set(one.id, one);
  for (const [id, figure] of figures) compare(id, figureContent(figure), figure.value);
  for (const one of part.comparisons) {
    compare(one.id, comparisonContent(one), one.difference);
  }
  for (const id of left) differs(id, '-', said(computed.get(id)?.value));
  return problems;
}
