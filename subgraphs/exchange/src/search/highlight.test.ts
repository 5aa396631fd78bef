import { expect, it } from 'vitest';
import { highlight } from './highlight.js';
import { askedWords } from './searched-words.js';

const shown = (text: string, typed: string, naming = true) => highlight(text, askedWords(typed), naming)?.map((part) => (part.matched ? `[${part.text}]` : part.text)).join('');

it('shows what was looked for as it is written, whatever its width and form', () => {
  expect(shown('The ＢＡＴＴＥＲＹ can ignite', 'batteries')).toBe('The [ＢＡＴＴＥＲＹ] can ignite');
  expect(shown('該電熱毯會自燃', '电热毯自燃')).toBe('該[電熱毯]會[自燃]');
});

it('shows a part of a long text, and says so', () => {
  const text = `${'x '.repeat(100)}battery ${'y '.repeat(100)}`;
  expect(shown(text, 'battery')).toMatch(/^…(x )+x? ?\[battery\] (y ?)+…$/);
});

it('shows nothing of a text in which not all of a word stands', () => {
  expect(shown('充电器', '充电宝')).toBeUndefined();
});

it('shows another name of the same kind of product, where one may stand', () => {
  expect(shown('Portable Power Banks, 20 W', '充电宝')).toBe('Portable [Power Banks], 20 W');
  expect(shown('小米移動電源', 'power bank')).toBe('小米[移動電源]');
  expect(shown('Power banks can ignite', '充电宝', false)).toBeUndefined();
});
