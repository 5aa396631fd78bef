import { searchedWords } from '../search/searched-words.js';

/** Words of a name that are looked for: those with the most letters. */
const most = 8;

/** The words by which records of the same name are found, each as the lexemes that it has. */
export function tellingWords(name: string): (readonly string[])[] {
  return searchedWords(name)
    .flatMap(({ readings: [reading] }) => (reading ? [reading] : []))
    .sort((one, other) => other.join('').length - one.join('').length)
    .slice(0, most);
}

/** How many of so many words another name has to have: half of them, and two where there are; with the same brand a quarter. */
export function enoughWords(count: number, sameBrand: boolean): number {
  return sameBrand ? Math.ceil(count / 4) : Math.max(Math.min(2, count), Math.ceil(count / 2));
}
