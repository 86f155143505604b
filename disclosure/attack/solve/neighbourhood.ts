import type { Component, System } from './system.ts';

/**
 * The part of a component around one variable, everything else fixed where a solution has it: its solutions are
 * solutions of the whole, so what they show is true, in a program of some hundred variables instead of thousands.
 * It holds the equations of the variable and every sum above their members.
 */
export class Neighbourhoods {
  readonly #system: System;
  readonly #component: Component;
  readonly #rowsOf: Map<number, number[]>;

  constructor(system: System, component: Component) {
    this.#system = system;
    this.#component = component;
    this.#rowsOf = new Map(component.variables.map((variable) => [variable, []]));
    for (const row of component.rows) {
      for (const member of system.rows[row]?.members ?? []) this.#rowsOf.get(member)?.push(row);
    }
  }

  /**
   * @param solution of the component, in the order of its variables
   * @returns a system over all variables, and the component of those that are free in it
   */
  around(variable: number, solution: Float64Array): { system: System; component: Component } {
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
    const lower = this.#system.lower.slice();
    const upper = this.#system.upper.slice();
    for (const [index, own] of this.#component.variables.entries()) {
      if (!free.has(own)) lower[own] = upper[own] = solution[index] as number;
    }
    const rows = new Set([...free].flatMap((member) => this.#rowsOf.get(member) ?? []));
    return {
      system: { lower, upper, rows: this.#system.rows },
      component: { variables: [...free], rows: [...rows] },
    };
  }
}
