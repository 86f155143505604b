import { describe, expect, it } from 'vitest';
import { systemLang } from '../../base/locale.ts';

describe('the language of the command line', () => {
  it('is Indonesian for an id locale, otherwise English', () => {
    expect(systemLang({ LANG: 'id_ID.UTF-8' })).toBe('id');
    expect(systemLang({ LC_ALL: 'en_US.UTF-8', LANG: 'id_ID.UTF-8' })).toBe('en');
    expect(systemLang({ LANG: 'C.UTF-8' })).toBe('en');
    expect(systemLang({ LANG: 'idb_XX' })).toBe('en');
  });
});
