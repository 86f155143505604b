import type { MessageKey, MessageParams } from '../../base/messages/index.ts';

/** What kind of attack succeeded. The words of each stand in base/messages/attack.ts. */
export type FindingKind =
  /** A small count that is not hidden at all. */
  | 'shown'
  /** Computed from published cells alone, by subtraction or elimination. */
  | 'exact'
  /** The possible values are all above zero and below the threshold. */
  | 'small'
  /** The range of possible values is narrower than the rule demands. */
  | 'narrow'
  /** A rate, with or without its limits, gives back the count behind it. */
  | 'rate'
  /** A figure per 100,000 residents, who are public, gives back the count. */
  | 'residents'
  /** A mean, or means of parts and of all, give back how many cases they are of. */
  | 'mean'
  /** The steps of a percentile tell how many cases it is of. */
  | 'percentile'
  /** Another table, file or version shows what is hidden here. */
  | 'elsewhere'
  /** Two versions differ by fewer than the threshold. */
  | 'change'
  /** An area within another leaves a difference below the threshold. */
  | 'nested'
  /** The same records stand with different values, so that noise averages out. */
  | 'averaged'
  /** The order of a list places a hidden value, or was made from values that are not published. */
  | 'order'
  /** A colour class narrows a hidden value. */
  | 'colour'
  /** A title, a tooltip or a sentence says a hidden value. */
  | 'text'
  /** Metadata hold an exact number or a hash of something that is not public. */
  | 'metadata'
  /** The status tells which hidden cell is the small one. */
  | 'marked'
  /** A small group falls wholly into one sensitive value, or a rate is 0 or 100 % of few. */
  | 'attribute'
  /** Who is the only one in a cell learns another cell by taking himself away. */
  | 'singleton';

/** `recovered` fails a release; `possible` depends on something that public files do not say. */
export type Severity = 'recovered' | 'possible';

/** One thing an attacker learns. `low` and `high` are the least and the greatest possible count. */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** Path inside the attacked folder, with `/`. */
  readonly file: string;
  /** Row, cell or element in the file. */
  readonly place: string;
  /** `measure?dimension=code&...`, or the name of a list, a key, an element. */
  readonly cell: string;
  readonly low?: number;
  readonly high?: number;
  /** What gave it away: a sentence of the catalogue, or the name of a cell, a file, a list. */
  readonly by: Reason;
  /** Whose exact cells the attacker held, where there was a recipient. */
  readonly recipient?: string;
}

export type Reason = { readonly key: MessageKey; readonly params?: MessageParams } | string;
