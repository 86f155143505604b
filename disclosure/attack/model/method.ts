import type { Book } from './book.ts';
import type { Equation } from './equations.ts';

/** What the publisher says of the protection, or what the figures themselves show. */
export interface Method {
  readonly kind: 'suppress' | 'perturb';
  /** Counts from 1 to below this are to be hidden. */
  readonly threshold: number;
  /** Greatest noise; 0 under `suppress`. */
  readonly noise: number;
  /** Values from 1 to this are never published. */
  readonly never: number;
  /** Variance of the noise. */
  readonly variance: number;
}

const standard = { threshold: 5, noise: 5, never: 2, variance: 3 };

/** Public parameters of disclosure.json under the names in use: `threshold` or `T`, `D`, `V`, `js`. */
export function readMethod(value: unknown): Partial<Method> {
  const found: { -readonly [K in keyof Method]?: Method[K] } = {};
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, item] of Object.entries(node)) {
      if (key === 'method' && typeof item === 'string') {
        if (/perturb|cell.?key/i.test(item)) found.kind ??= 'perturb';
        else if (/suppress/i.test(item)) found.kind ??= 'suppress';
      } else if (typeof item === 'number') {
        if (/^(threshold|T)$/.test(key)) found.threshold ??= item;
        else if (/^(D|deviation|max(imum)?_?noise|max(imum)?Noise)$/.test(key))
          found.noise ??= item;
        else if (/^(js|never_published)$/.test(key) || (key === 'hidden' && 'deviation' in node))
          found.never ??= item;
        else if (/^(V|variance)$/.test(key)) found.variance ??= item;
      } else visit(item);
    }
  };
  visit(value);
  return found;
}

/**
 * Sums that add up where all parts are shown are exact figures; sums that do not are noisy.
 */
export function inferMethod(
  said: Partial<Method>,
  book: Book,
  equations: readonly Equation[],
): Method {
  let whole = 0;
  let exact = 0;
  for (const equation of equations) {
    const residual = residualOf(equation, book);
    if (residual === undefined) continue;
    whole++;
    if (residual === 0) exact++;
  }
  const hidden = [...book.cells.values()].some((cell) => cell.hidden.length > 0);
  const adds = whole === 0 || exact / whole > (hidden ? 0.5 : 0.8);
  const kind = said.kind ?? (adds ? 'suppress' : 'perturb');
  return {
    kind,
    threshold: said.threshold ?? standard.threshold,
    noise: kind === 'suppress' ? 0 : (said.noise ?? standard.noise),
    never: kind === 'suppress' ? 0 : (said.never ?? standard.never),
    variance: kind === 'suppress' ? 0 : (said.variance ?? standard.variance),
  };
}

/** parent less children, where all are shown. */
function residualOf({ parent, children }: Equation, book: Book): number | undefined {
  let residual = shownValue(book, parent);
  for (const child of children) {
    const value = shownValue(book, child);
    if (value === undefined || residual === undefined) return undefined;
    residual -= value;
  }
  return residual;
}

export function shownValue(book: Book, name: string): number | undefined {
  return book.cells.get(name)?.shown[0]?.value ?? undefined;
}

/**
 * Relations that the figures refute are no relations: an inferred hierarchy, or a measure that does not add up.
 * @returns the equations that may hold, and the measures for which none was refuted as a rule
 */
export function plausible(equations: readonly Equation[], book: Book, method: Method): Equation[] {
  const score = new Map<string, { whole: number; holds: number }>();
  const groupOf = ({ parent, dimension }: Equation) => `${parent.split('?')[0]}|${dimension}`;
  const holds = (equation: Equation) => {
    const residual = residualOf(equation, book);
    if (residual === undefined) return undefined;
    return Math.abs(residual) <= method.noise * (equation.children.length + 1);
  };
  for (const equation of equations) {
    const does = holds(equation);
    if (does === undefined) continue;
    const group = score.get(groupOf(equation)) ?? { whole: 0, holds: 0 };
    group.whole++;
    if (does) group.holds++;
    score.set(groupOf(equation), group);
  }
  return equations.filter((equation) => {
    const group = score.get(groupOf(equation));
    if (group && group.holds < group.whole * 0.9) return false;
    return holds(equation) !== false;
  });
}
