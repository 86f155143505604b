import { describe, expect, it } from 'vitest';
import { secondsSince } from '../../base/index.ts';

describe('secondsSince', () => {
  it('says milliseconds and nothing finer', () => {
    for (const before of [1234.5678, 2834.130000001, 0.0004]) {
      const said = secondsSince(performance.now() - before);
      expect(String(said)).toMatch(/^\d+(\.\d{1,3})?$/);
      expect(Math.abs(said - before / 1000)).toBeLessThan(0.1);
    }
  });
});
