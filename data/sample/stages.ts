import { sqlDraw } from './draw.ts';

/** Names the draw of a purpose in the stage at hand; it gives the draw's column. */
export type Draw = (purpose: string, counter?: string) => string;

/**
 * A chain of CTEs. Each stage's draws become columns `u_...` of a CTE before it, so that a draw is
 * computed once however many branches look at it; a purpose drawn in an earlier stage is the same
 * column. What a stage does not hand on is never computed: DuckDB prunes unused columns.
 */
export class Stages {
  private readonly seed: number;
  private readonly parts: string[] = [];
  private readonly drawn = new Set<string>();

  constructor(seed: number) {
    this.seed = seed;
  }

  /** @param build gives the stage's SELECT; it reads from `source` and hands on `*` */
  add(name: string, from: string, build: (draw: Draw, source: string) => string): this {
    const fresh: string[] = [];
    const draw: Draw = (purpose, counter = 'id') => {
      const column = `u_${purpose.replaceAll(' ', '_')}`;
      if (!this.drawn.has(column)) {
        this.drawn.add(column);
        fresh.push(`, ${sqlDraw(this.seed, purpose, counter)} AS ${column}`);
      }
      return column;
    };
    const body = build(draw, `${name}_drawn`);
    this.parts.push(`${name}_drawn AS (SELECT *${fresh.join('')} FROM ${from})`);
    this.parts.push(`${name} AS (${body})`);
    return this;
  }

  /** @param last the final SELECT */
  end(last: string): string {
    return `WITH ${this.parts.join(',\n')}\n${last}`;
  }
}
