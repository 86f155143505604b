import type { Component, System } from './system.ts';

/** A part of a component as a system of its own, small enough for a program of its own. */
export interface Neighbourhood {
  readonly system: System;
  readonly component: Component;
  /** Variables of the whole by those of the part. */
  readonly variables: readonly number[];
}

/**
 * The part of a component around one variable, everything else fixed where a solution has it: its solutions are
 * solutions of the whole, so what they show is true, in a program of some hundred variables instead of thousands.
 * It holds the equations of the variable and every sum above their members.
 */
export class Neighbourhoods {
  readonly #system: System;
  readonly #place: ReadonlyMap<number, number>;
  readonly #rowsOf: Map<number, number[]>;

  constructor(system: System, component: Component) {
    this.#system = system;
    this.#place = new Map(component.variables.map((variable, index) => [variable, index]));
    this.#rowsOf = new Map(component.variables.map((variable) => [variable, []]));
    for (const row of component.rows) {
      for (const member of system.rows[row]?.members ?? []) this.#rowsOf.get(member)?.push(row);
    }
  }

  /** @param solution of the component, in the order of its variables */
  around(variable: number, solution: Float64Array): Neighbourhood {
    const free = this.#free(variable);
    const rows = [...new Set([...free].flatMap((member) => this.#rowsOf.get(member) ?? []))];
    const own = rows.map((row) => this.#system.rows[row] as System['rows'][number]);
    const variables = [...new Set([...free, ...own.flatMap(({ members }) => members)])];
    const local = new Map(variables.map((member, index) => [member, index]));
    const bound = (member: number, side: Float64Array) => {
      const place = this.#place.get(member);
      const isHeld = place !== undefined && !free.has(member);
      return (isHeld ? solution[place] : side[member]) as number;
    };
    return {
      variables,
      system: {
        lower: Float64Array.from(variables, (member) => bound(member, this.#system.lower)),
        upper: Float64Array.from(variables, (member) => bound(member, this.#system.upper)),
        rows: own.map(({ members, signs }) => ({
          members: members.map((member) => local.get(member) as number),
          signs,
        })),
      },
      component: {
        variables: [...free].map((member) => local.get(member) as number),
        rows: own.map((_, index) => index),
      },
    };
  }

  #free(variable: number): Set<number> {
    const free = new Set([variable]);
    for (const row of this.#rowsOf.get(variable) ?? []) {
      for (const member of this.#system.rows[row]?.members ?? []) {
        if (this.#rowsOf.has(member) && free.size < 400) free.add(member);
      }
    }
    for (const member of free) {
      for (const row of this.#rowsOf.get(member) ?? []) {
        const parent = this.#system.rows[row]?.members[0] as number;
        if (this.#rowsOf.has(parent) && free.size < 800) free.add(parent);
      }
    }
    return free;
  }
}
