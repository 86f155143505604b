import { describe, expect, it } from 'vitest';
import { catalogue, type MessageKey, message } from '../../base/messages/index.ts';

const entries = Object.entries(catalogue) as [MessageKey, { id: string; en: string }][];
const placeholders = (text: string) => [...new Set(text.match(/\{\w+/g) ?? [])].sort();

describe('the message catalogue', () => {
  it('has every text in both languages with the same placeholders', () => {
    for (const [key, { id, en }] of entries) {
      expect(placeholders(id), key).toEqual(placeholders(en));
      expect(id.trim() === '' || en.trim() === '', key).toBe(false);
    }
  });

  it('keys say which area they belong to', () => {
    for (const [key] of entries) expect(key).toMatch(/^[a-z]+(\.[a-z0-9_-]+)+$/);
  });

  it('fills placeholders in, numbers as the language writes them', () => {
    expect(message('id', 'config.syntax', { file: 'a.yaml', line: 1234 })).toContain('baris 1234:');
    const counts = { read: 12345, landed: 1, rejected: 0, duplicate: 0, files: 1, known: 0 };
    expect(message('id', 'cli.stage.land-done', counts)).toContain('12.345 dibaca');
    expect(message('en', 'cli.stage.land-done', counts)).toContain('12,345 read');
  });
});
