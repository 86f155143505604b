import type { NodeConfig } from './node-config.ts';
import type { DeclaredSource } from './properties.ts';

/** Catalogue of what readers get; the same alias while building and when attached. */
export const publishedCatalog = 'bukti';
/** Catalogue of what only the build sees. */
export const stageCatalog = 'stage';

interface BuildNode {
  name: string;
  file: string;
  config: NodeConfig;
  /** Stands in the published copy. */
  published: boolean;
  /** Its qualified name in SQL, e.g. `bukti.main.fct_complaint`. */
  relation: string;
}

export interface Model extends BuildNode {
  kind: 'model';
  /** Place in the project, e.g. `core/fct_complaint.sql`. */
  relative: string;
  template: string;
  /** Models and seeds that it reads. */
  refs: string[];
  /** Of what is not published, a view costs nothing where it is read once. */
  asView: boolean;
  sql: string;
}

export interface Seed extends BuildNode {
  kind: 'seed';
  columnTypes: Record<string, string>;
  delimiter: string | undefined;
}

export interface Source extends DeclaredSource {
  relation: string;
}

export interface DataTest {
  id: string;
  name: string;
  /** Model, seed or source that it is about; for a singular test its own name. */
  model: string;
  column: string | null;
  severity: 'error' | 'warn';
  file: string;
  line: number;
  /**
   * `aggregate`: an aggregate over `from` that counts failing rows, so that several share a scan.
   * `query`: a whole query of one number.
   */
  check: { kind: 'aggregate'; from: string; sql: string } | { kind: 'query'; sql: string };
}

export interface Project {
  name: string;
  /** In an order in which each can be built. */
  models: Model[];
  seeds: Seed[];
  sources: Source[];
  tests: DataTest[];
}
