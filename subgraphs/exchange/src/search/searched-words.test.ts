import { expect, it } from 'vitest';
import { askedWords, searchedWords } from './searched-words.js';

const found = (text: string) => searchedWords(text).map(({ readings, spelling, characters }) => characters?.join('') ?? spelling ?? readings[0]?.[0]);

it.each([
  ['充电宝自燃起火', ['充电宝', '自燃', '起火']],
  ['玩具铅超标', ['玩具', '铅超标']],
  ['电动自行车', ['电动', '自行车']],
  ['小零件脱落', ['小零件', '脱落']],
  ['儿童的玩具', ['儿童', '玩具']],
  ['铅', ['铅']],
  ['的', ['的']],
  ['the Lithium Batteries of X-200', ['lithium', 'batteries', 'x', '200']],
  ['ＢＡＴＴＥＲＹ 電熱毯', ['battery', '电热毯']],
])('cuts %s into words', (text, words) => {
  expect(found(text)).toEqual(words);
});

it('takes a word in any of its forms for the same', () => {
  expect(searchedWords('batteries').flatMap(({ readings }) => readings)).toEqual(searchedWords('battery').flatMap(({ readings }) => readings));
});

it.each([
  ['power banks', [['#POWER_BANK', 'power', 'bank']]],
  ['便携式移动电源过热', [['#POWER_BANK', '移动', '动电', '电源'], [undefined, '便携', '携式'], [undefined, '过热']]],
  ['kettle corn', [[undefined, 'kettl'], [undefined, 'corn']]],
  ['the water heater', [['#WATER_HEATER', 'water', 'heater']]],
  ['充电宝，充电宝', [['#POWER_BANK', '充电', '电宝']]],
  ['ＰＯＷＥＲ ＢＡＮＫ 移動電源', [['#POWER_BANK', 'power', 'bank'], ['#POWER_BANK', '移动', '动电', '电源']]],
])('takes the name of a kind of product for one word: %s', (text, words) => {
  expect(askedWords(text).map(({ kind, readings: [reading = []] }) => [kind, ...reading])).toEqual(words);
});
