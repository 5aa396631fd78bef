import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import type { ComparedRisk } from './compared-risk.js';

/** Words of a name of which each two make a key. */
const sketched = 8;
/** Words in Latin letters that are a key together with a kind of product. */
const named = 8;

/**
 * Under what a record is looked for by those that may tell of the same product (blocking, Fellegi and Sunter 1969): codes, models, a word in Latin letters or of the brand with the kind of product, and
 * each two of a few words of its name. These few are those with the least hashes, so that names which have many words in common have some of them in common here (bottom-k sketch, Broder 1997): how many
 * keys a record has does not depend on how long its name is.
 */
export function comparisonKeys({ gtins, models, brand, words, kinds }: ComparedRisk): string[] {
  const latin = [...new Set([...brand, ...[...words].filter((word) => /^[a-z]{3,}$/.test(word))])].slice(0, named);
  const sketch = [...words].filter((word) => !models.has(word)).sort(byHash).slice(0, sketched).sort();
  return [
    ...[...gtins].map((gtin) => `${gtinKey}${gtin}`),
    ...[...models].map((model) => `m:${model}`),
    ...[...kinds].flatMap((kind) => latin.map((word) => `k:${kind} ${word}`)),
    ...sketch.flatMap((word, index) => sketch.slice(index + 1).map((other) => `w:${word} ${other}`)),
  ];
}

/** What keys begin with that are codes of goods. */
export const gtinKey = 'g:';

function byHash(one: string, other: string): number {
  const [first, second] = [sha256(one), sha256(other)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
