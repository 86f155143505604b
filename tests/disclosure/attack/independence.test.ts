import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const attack = path.join(root, 'disclosure', 'attack');

/** Everything the attacker's files import, as paths from the root or names of packages. */
function imports(): { file: string; target: string }[] {
  return readdirSync(attack, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = path.join(attack, name);
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => ({
        file: path.relative(root, file),
        target: target.startsWith('.')
          ? path.relative(root, path.resolve(path.dirname(file), target)).replaceAll('\\', '/')
          : target,
      }));
    });
}

describe('the attacker', () => {
  it('shares with the protector the LP library and the readers of base/, and nothing else', () => {
    const allowed = [
      /^disclosure\/attack\//,
      /^base\/(errors|exit-status|xlsx-read|messages\/index)\.ts$/,
      /^node:(fs|path|crypto|zlib)$/,
      /^(highs|hyparquet|linkedom)$/,
    ];
    const found = imports();
    expect(found.length).toBeGreaterThan(50);
    const others = found.filter(({ target }) => !allowed.some((pattern) => pattern.test(target)));
    expect(others).toEqual([]);
  });

  it('is used by no part of the protector', () => {
    const users = readdirSync(path.join(root, 'disclosure'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('attack'))
      .filter((name) => {
        const text = readFileSync(path.join(root, 'disclosure', name), 'utf8');
        return /from '[^']*\/attack\//.test(text);
      });
    expect(users).toEqual([]);
  });
});
