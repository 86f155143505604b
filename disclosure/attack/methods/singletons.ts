import type { Finding } from '../finding.ts';
import { type Ground, isHidden } from '../model/ground.ts';
import { isFixed } from '../solve/system.ts';
import { placeOf } from './recover.ts';

/**
 * Who knows that he is alone in a hidden cell takes one away; where one other is hidden in the same sum, he has it.
 * That a cell holds one is not public, so without the truth such sums are only possible finds.
 */
export function singletons(ground: Ground, truth: ReadonlyMap<string, number>): Finding[] {
  if (ground.method.kind !== 'suppress') return [];
  const { system, equations, index, names } = ground;
  const findings = new Map<string, Finding>();
  for (const { parent, children } of equations) {
    const members = [parent, ...children].map((name) => index.get(name) as number);
    const open = members.filter((variable) => !isFixed(system, variable));
    if (open.length !== 2 || open.includes(members[0] as number)) continue;
    const sum = members.reduce((left, variable, at) => {
      if (open.includes(variable)) return left;
      return left + (at === 0 ? 1 : -1) * (system.lower[variable] as number);
    }, 0);
    for (const [owner, other] of [open, [...open].reverse()] as [number, number][]) {
      const [alone, name] = [names[owner] as string, names[other] as string];
      if (!isHidden(ground, alone) || !isHidden(ground, name)) continue;
      if (truth.size > 0 ? truth.get(alone) !== 1 : (system.lower[owner] as number) > 1) continue;
      const value = sum - 1;
      if (value < 0 || findings.has(name)) continue;
      const severity = truth.size > 0 ? 'recovered' : 'possible';
      const place = placeOf(ground, name);
      const range = { low: value, high: value };
      findings.set(name, {
        kind: 'singleton',
        severity,
        ...place,
        cell: name,
        ...range,
        by: alone,
      });
    }
  }
  return [...findings.values()];
}
