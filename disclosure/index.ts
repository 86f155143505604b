export * from './cells/cell.ts';
export * from './cells/cell-grid.ts';
export * from './cells/cell-index.ts';
export * from './cells/cell-numbers.ts';
export * from './cells/coordinates.ts';
export * from './cells/csv.ts';
export * from './cells/hierarchy.ts';
export * from './cells/links.ts';
export * from './cells/public-files.ts';
export * from './cells/structure.ts';
export * from './cells/table-cells.ts';
export * from './derived/difference.ts';
export * from './derived/interval.ts';
export * from './derived/order.ts';
export * from './derived/per-residents.ts';
export * from './derived/percentile.ts';
export * from './derived/rate.ts';
export * from './design/coarsen.ts';
export * from './design/examine.ts';
export * from './design/plan.ts';
export * from './perturb/ledger.ts';
export * from './perturb/parameters.ts';
export * from './perturb/perturb.ts';
export * from './perturb/perturbation-table.ts';
export * from './perturb/redraw.ts';
export * from './perturb/restate.ts';
export * from './report/loss.ts';
export * from './report/operator-report.ts';
export * from './report/public-note.ts';
export {
  type Audit,
  type EarlierRelease,
  isDominated,
  isSensitiveByPercent,
  type LedgerCell,
  type LogLine,
  openCells,
  type PrimaryReason,
  protectionLevel,
  releaseEntry,
  type Suppressed,
  type SuppressOptions,
  secretCells,
  suppress,
} from './suppress/index.ts';
