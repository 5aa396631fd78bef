import { expect, it } from 'vitest';
import { printable, printableJson } from './printable.js';

const hostile = '样品\u001b[2J\u009b1m\u202e\u{e0001}\n';

it('a text of others moves no cursor and turns no line round', () => {
  expect(printable(hostile)).toBe('样品\\u{1b}[2J\\u{9b}1m\\u{202e}\\u{e0001}\\u{a}');
});

it('JSON of it says the same', () => {
  const text = printableJson({ hostile });
  for (const character of ['\u001b', '\u009b', '\u202e', '\u{e0001}']) expect(text).not.toContain(character);
  expect(JSON.parse(text)).toEqual({ hostile });
});
