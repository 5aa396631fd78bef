import { cutText } from '../mapping/cut-text.js';
import { personalNumbers } from '../mapping/repairs/personal-numbers.js';

const longest = 200;

/** A text of a source as a report may keep and tell it: without the numbers of persons, and without NUL and halves of characters, which no database keeps. */
export function toldText(text: string): string {
  return personalNumbers(text).replaceAll(/\0|\p{Surrogate}/gu, '\ufffd');
}

/** The same, cut where it is long: not before its numbers are gone, half of which would be told. */
export function toldShort(text: string): string {
  return cutText(toldText(text), longest);
}
