import { expect, it } from 'vitest';
import type { SearchIndex } from '../repository/search-index.js';
import { searchedWords } from './searched-words.js';
import { standingOf } from './standing.js';

it('knows of words where they stand, and takes numbers to stand everywhere', async () => {
  const asked: string[][] = [];
  const codesOf = (lexemes: readonly string[]) => {
    asked.push([...lexemes]);
    return Promise.resolve(new Map([['充电', ['a', 'B']]]));
  };
  const stands = await standingOf({ codesOf } as unknown as SearchIndex, searchedWords('充电宝 batteries K550'));
  expect(asked).toEqual([['充电', '电宝', 'batteri']]);
  expect([stands('充电', 'B'), stands('充电', 'c'), stands('batteri', 'a'), stands('k550', 'G')]).toEqual([true, false, false, true]);
});
