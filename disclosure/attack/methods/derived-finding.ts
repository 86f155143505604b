import type { FindingKind, Severity } from '../finding.ts';
import type { Observation } from '../model/observation.ts';

/** A count that a derived figure gives back. */
export interface DerivedFinding {
  readonly kind: FindingKind;
  readonly variable: number;
  readonly low: number;
  readonly high: number;
  /** The figure. */
  readonly from: Observation;
  readonly severity: Severity;
}
