import { describe, expect, it } from 'vitest';
import { optionalText, requireText } from './require-text.js';

const codeOf = (read: () => unknown) => {
  try {
    return read();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a text is there, can be seen, and reads as it stands', () => {
  it.each([
    ['spaces around it are left out', '  电热水壶 ', '电热水壶'],
    ['emoji of several parts stay whole', '👩‍👩‍👧 🫖', '👩‍👩‍👧 🫖'],
    ['Arabic and Persian stay as they are', 'غلاية می‌خواهم', 'غلاية می‌خواهم'],
    ['nothing but spaces is nothing', ' \n\u3000', 'VALUE_REQUIRED'],
    ['nothing but zero-width characters is nothing', '\u200b\u2060\u00ad\u3164', 'VALUE_REQUIRED'],
    ['a character that turns the direction is refused', 'ab\u202edc', 'VALUE_INVALID'],
    ['control characters are refused', 'a\u0007b', 'VALUE_INVALID'],
    ['so are those of the second set', 'a\u0085b', 'VALUE_INVALID'],
    ['what is too long is refused', '字'.repeat(101), 'VALUE_TOO_LONG'],
  ])('%s', (_what, given, expected) => {
    expect(codeOf(() => requireText('field', given, 100))).toBe(expected);
  });

  it('what may be absent is absent where nothing of it can be seen', () => {
    expect([optionalText('field', '\u200b'), optionalText('field', undefined), optionalText('field', ' 晴川 ')]).toEqual([null, null, '晴川']);
  });
});
