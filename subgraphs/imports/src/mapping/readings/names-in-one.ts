import { cutText } from '../cut-text.js';

/** Longest text that is made of a list of names. */
const limit = 300;

/** All names, or as many as fit with the number of the others. */
export function namesInOne(names: readonly string[]): string {
  const all = names.join('; ');
  if (all.length <= limit) return all;
  let named = 1;
  while (names.slice(0, named + 1).join('; ').length <= limit - 20) named += 1;
  const more = names.length - named;
  return `${cutText(names.slice(0, named).join('; '), limit * 1.5)}${more > 0 ? `; and ${more} more` : ''}`;
}
