import type * as Plot from '@observablehq/plot';
import { textWidth } from './measure.ts';

/** Below this part of its width a narrowed name reads badly. */
const narrowest = 0.78;

/**
 * A name on a tile: on one line where it fits, narrowed a little if need be, else on two, parted
 * between syllables as Indonesian does (`Goron-talo`, `Beng-kulu`).
 */
export function linesOnTile(name: string, room: number, font: number): string[] {
  if (textWidth(name, font) * narrowest <= room) return [name];
  const breaks = [...name.matchAll(/(?=(?:ng|ny|kh|sy|[bcdfghjklmnpqrstvwxyz])[aeiou])/gi)]
    .map((match) => match.index)
    .filter((index) => index >= 2 && index <= name.length - 2);
  const [best] = breaks.sort(
    (a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2),
  );
  return best === undefined ? [name] : [`${name.slice(0, best)}-`, name.slice(best)];
}

/** Names a little too long for their tile are narrowed, never made smaller. */
export function squeezed(
  texts: readonly string[],
  room: number,
  font: number,
): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    const nodes = group
      ? [...(group as unknown as { childNodes: Iterable<Squeezable> }).childNodes]
      : [];
    nodes.forEach((node, position) => {
      const text = texts[index[position] as number];
      if (!text || textWidth(text, font) <= room) return;
      node.setAttribute('textLength', String(Math.round(room)));
      node.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    });
    return group;
  };
}

interface Squeezable {
  setAttribute(name: string, value: string): void;
}
