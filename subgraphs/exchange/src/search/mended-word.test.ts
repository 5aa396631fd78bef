import { expect, it } from 'vitest';
import { lexemesOf } from '@hub/kernel/text/lexemes-of.js';
import { mendedWord } from './mended-word.js';
import { uncutWords } from './searched-words.js';
import { deletionsOf, withinOneSlip } from './spelling.js';

const known = ['battery', 'butter', 'charger', 'helmet'];
const finds = (typed: string, text: string) =>
  uncutWords(typed).every((word) => {
    const lexemes = lexemesOf(text);
    return mendedWord(word, known).readings.some((reading) => reading.every((lexeme) => lexemes.has(lexeme)));
  });

it.each(['batery', 'batttery', 'bettery', 'abttery', 'battrey'])('finds battery by %s', (typed) => {
  expect(finds(typed, 'a battery pack')).toBe(true);
  expect(finds(typed, 'a butter dish')).toBe(false);
});

it.each(['充电保', '冲电宝', '冲电宝自燃', '充电宝自然'])('finds 充电宝自燃 by %s', (typed) => {
  expect(finds(typed, '某品牌充电宝自燃')).toBe(true);
});

it('takes no word for another that is two slips away, and two that are one slip away share a form', () => {
  expect(withinOneSlip('battery', 'baterys')).toBe(false);
  for (const other of ['batery', 'abttery', 'bettery', 'batterys']) {
    expect(withinOneSlip('battery', other)).toBe(true);
    expect(deletionsOf('battery').some((form) => deletionsOf(other).includes(form))).toBe(true);
  }
});
