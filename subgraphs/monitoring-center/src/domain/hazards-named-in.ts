import { hazardItems } from '@hub/schema/code-lists/hazard-items.js';

/** The codes of the hazard items (隐患项目, 2.5) that a text names, in Chinese or in English, in the order of the list. */
export function hazardsNamedIn(text: string): string[] {
  return hazardItems.filter(({ words, zhWords }) => words.test(text) || zhWords.test(text)).map(({ code }) => code);
}
