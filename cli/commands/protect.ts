import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import {
  allCells,
  applyPlan,
  cellKey,
  operatorReport,
  type ProtectionRun,
  planDesign,
  pruned,
  publicFiles,
  publicNote,
} from '../../disclosure/index.ts';
import { createContext } from '../context.ts';
import { parseList } from '../parse.ts';
import { readDesign, writePrivate } from '../protect/kept-files.ts';
import { measuresOf, rateRequests } from '../protect/measures.ts';
import { moreMeasuresOf, residentsRequests } from '../protect/more-measures.ts';
import { protectCells } from '../protect/protect-cells.ts';
import { readCounts } from '../protect/read-counts.ts';
import { type ProtectOptions, pairsOf, readHierarchies, readNoise } from '../protect/request.ts';
import { safeTables } from '../protect/safe-tables.ts';
import { percentileRequests } from '../protect/waits.ts';
import { checkFolder, writeFolder } from '../protect/write-folder.ts';

/** Protects the counts of a file and writes the folder that may be published, and the keeper's report. */
export async function protect(
  file: string,
  options: ProtectOptions,
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const { workspace, progress, say, lang } = context;
  const { method, out, threshold } = options;
  const bothOrNone = (options.ledger === undefined) === (options.period === undefined);
  if (!bothOrNone) {
    throw new BuktiError('protect.ledger-period', {}, exitStatus.usage);
  }
  const noise = readNoise(options.noise);
  const rates = pairsOf('--rate', options.rate);
  const percentiles = percentileRequests(pairsOf('--percentile', options.percentile));
  if (percentiles.length > 0 && options.ledger !== undefined) {
    throw new BuktiError('protect.percentile-ledger', {}, exitStatus.usage);
  }
  const [secretOf] = pairsOf('--secret', options.secret === undefined ? [] : [options.secret]);
  checkFolder(out);
  progress.start(say('protect.stage', { file: path.basename(file) }));
  try {
    const counted = await readCounts(workspace, {
      ...options,
      file,
      dimensions: parseList(options.dimensions),
      tables: (options.table ?? []).map(parseList),
      secretOf,
      waits: percentiles.map(({ column }) => column),
      hierarchies: readHierarchies(options.hierarchy),
      sensitive: new Map(
        [...pairsOf('--sensitive', options.sensitive)].map(([name, text]) => [
          name,
          parseList(text),
        ]),
      ),
    });
    const { structure, cells, complaints, remarks } = counted;
    const asked = rateRequests(structure, rates);
    const residents = residentsRequests(structure, pairsOf('--residents', options.residents));
    progress.done(say('protect.stage-done', { complaints, cells: cells.length }));
    if (counted.keysMade) context.print('cli.keys-created', { file: counted.keysMade });
    for (const { key, params } of remarks) context.note(key, params);

    const kept = readDesign(options.design);
    const rules = { threshold, ...(method === 'suppress' ? { only: ['small' as const] } : {}) };
    const order = parseList(options.coarsen);
    const keep = (options.keep ?? []).map((own) => parseList(own).join('-'));
    const plan =
      kept ??
      planDesign(structure, cells, { ...rules, keep, ...(order.length > 0 ? { order } : {}) });
    const designed = applyPlan(structure, plan);
    const { safe, withheld, warnings, places } = safeTables(
      designed,
      cells,
      rules,
      kept === undefined,
    );
    progress.start(say('protect.stage-protect'));
    const done = await protectCells({ ...options, noise, structure: safe, cells });
    progress.done(say('protect.stage-protected', { cells: done.loss.cells }));
    const published = pruned({
      ...safe,
      tables: safe.tables.filter(({ name }) => done.tables.has(name)),
    });
    const protection: ProtectionRun = {
      disclosure: done.disclosure,
      complaints,
      plan,
      designedNow: kept === undefined,
      designedCells: allCells(structure).size,
      withheld,
      warnings,
      places,
      loss: done.loss,
      remarks,
      ...(done.verdicts ? { verdicts: done.verdicts } : {}),
      ...(done.audit ? { audit: done.audit } : {}),
    };
    const report = options.report ?? `${path.resolve(out)}.report.md`;
    await writePrivate(report, operatorReport(protection, lang));
    if (published.tables.length === 0) {
      throw new BuktiError('protect.nothing-left', { file: report }, exitStatus.input);
    }
    const more = {
      percentiles: percentiles.map((request) => ({
        request,
        waits: counted.waits.get(request.column) ?? new Map(),
      })),
      residents,
      cells: new Map(cells.map((cell) => [cellKey(cell.at), cell])),
      noise: done.noise,
    };
    const byTable = new Map(
      published.tables.map((table) => [
        table.name,
        [
          ...measuresOf(published, table, done.tables.get(table.name) ?? [], asked, done.noise),
          ...moreMeasuresOf(published, table, done.tables.get(table.name) ?? [], more),
        ],
      ]),
    );
    const files = publicFiles(published, byTable, done.disclosure, {
      'note.id.md': publicNote(done.disclosure, 'id'),
      'note.en.md': publicNote(done.disclosure, 'en'),
    });
    writeFolder(out, files);
    // Kept only once the folder stands: a ledger must not name what was never published.
    if (done.ledger && options.ledger) {
      await writePrivate(options.ledger, `${JSON.stringify(done.ledger)}\n`);
    }
    if (options.design && !existsSync(options.design)) {
      await writePrivate(options.design, `${JSON.stringify(plan, null, 2)}\n`);
    }
    const names = {
      published: published.tables.map(({ name }) => name),
      coarsened: plan.tables.filter(({ steps }) => steps.length > 0).map(({ table }) => table),
      withheld: [...withheld.map(({ table }) => table), ...tablesWith(done.verdicts, 'withheld')],
      warned: warnings.map(({ table }) => table),
      held: tablesWith(done.verdicts, 'held'),
    };
    for (const [key, list] of Object.entries(names)) {
      if (list.length === 0) continue;
      context.print(`protect.${key as keyof typeof names}`, { tables: list.join(', ') });
    }
    context.print('protect.report', { file: report });
    context.print('cli.page', { file: out });
    context.result({ out, report, method, complaints, ...names, files: [...files.keys()] });
  } finally {
    progress.stop();
  }
}

function tablesWith(verdicts: ProtectionRun['verdicts'], verdict: string): string[] {
  return (verdicts ?? []).filter((one) => one.verdict === verdict).map(({ table }) => table);
}
