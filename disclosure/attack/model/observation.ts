/** A cell's coordinates as files write them: dimension -> code. */
export type Place = Readonly<Record<string, string>>;

/** One published statement about one cell. */
export interface Observation {
  readonly release: string;
  readonly file: string;
  /** Row or element. */
  readonly place: string;
  /** Index of the table it stands in and its row there. */
  readonly grid: number;
  readonly row: number;
  readonly measure: string;
  readonly at: Place;
  /** Null where it is hidden. */
  readonly value: number | null;
  readonly decimals: number;
  readonly percent: boolean;
  /** The combination cannot occur (SDMX `M`). */
  readonly impossible: boolean;
  /** Published limits of an interval. */
  readonly lower?: Limit;
  readonly upper?: Limit;
  /** A band: the value is at most, at least. */
  readonly atMost?: number;
  readonly atLeast?: number;
  /** OBS_STATUS, CONF_STATUS and the like, as written. */
  readonly status: string;
  readonly colour?: string;
  readonly notes: readonly string[];
}

export interface Limit {
  readonly value: number;
  readonly decimals: number;
}

/** `complaints?province=35&sex=f`: dimensions in alphabetical order. */
export function cellName(measure: string, at: Place): string {
  const where = Object.keys(at)
    .sort()
    .map((name) => `${name}=${at[name]}`)
    .join('&');
  return where === '' ? measure : `${measure}?${where}`;
}
