import { lexemesOf } from '@hub/kernel/text/lexemes-of.js';
import { gtin14Of } from '@hub/schema/identifiers/gtin.js';
import { anyReading } from '../search/any-reading.js';
import type { ReadableRows } from '../search/search-condition.js';
import { keyOf, searchedFields } from '../search/searched-fields.js';
import { uncutWords } from '../search/searched-words.js';
import { stampLexeme } from '../search/stamp-lexemes.js';
import { all, any, has, type LexemeCondition } from '../search/tsquery.js';
import { atLeast } from './at-least.js';
import { fieldsOf, type MatchedType } from './compared-fields.js';
import { scoreOf, type DescribedProduct } from './product-match.js';
import { enoughWords, tellingWords } from './telling-words.js';

/** What to ask of the index, and what the best score is that comes of it and of all that follow. */
export interface MatchTier {
  readonly best: number;
  readonly condition: LexemeCondition;
}

/** A product has no more codes, nor numbers, that are looked for. */
const mostCodes = 20;

/**
 * Which records of a type may be of a product, as conditions over lexemes, the surest first: those with its code or number, those with its brand and model, those with half of the words of its name, or
 * fewer with its brand. Rights are part of each, as in a search: what is closed to the caller on a row is not asked for.
 */
export function matchConditions(product: DescribedProduct, type: MatchedType, rows: ReadableRows): MatchTier[] {
  const fields = fieldsOf(type);
  const open = (coordinate: string): LexemeCondition => rows.get(coordinate) ?? false;
  const standsIn = (coordinate: string | undefined, readings: readonly (readonly string[])[]): LexemeCondition => {
    const code = searchedFields.find((field) => field.coordinate === coordinate)?.code;
    const telling = readings.filter((reading) => reading.length > 0);
    return coordinate === undefined || code === undefined ? false : all([open(coordinate), anyReading(telling, code)]);
  };
  const { item } = fields;
  const numbered = item
    ? product.items.slice(0, mostCodes).map(({ platformId, id }) => all([open(item.platform), has(stampLexeme(item.stamp, platformId)), standsIn(item.id, [[...lexemesOf(id)]])]))
    : [];
  const codes = product.gtins.slice(0, mostCodes).flatMap((gtin) => gtinForms(gtin)).map((form) => [form]);
  const coded = [fields.gtin, ...fields.told].map((coordinate) => standsIn(coordinate, codes));

  const words = tellingWords(product.name);
  const brand = product.brand === null ? [] : [[...lexemesOf(product.brand)]];
  const bearing = (brands: readonly (readonly string[])[]) => any([standsIn(fields.brand, brands), standsIn(fields.name, brands)]);
  const models = uncutWords(product.name).flatMap(({ readings: [reading = []] }) => reading.filter((word) => /\d/.test(word)).map((word) => [word]));
  const standing = words.map((word) => standsIn(fields.name, [word]));
  // A brand that is not told apart is a word of the name.
  const conditions = [
    { best: 1, condition: any([...numbered, ...coded]) },
    { best: scoreOf.BRAND_AND_MODEL, condition: all([bearing([...brand, ...words]), standsIn(fields.name, models)]) },
    { best: scoreOf.TEXT, condition: any([atLeast(enoughWords(words.length, false), standing), all([bearing(brand), atLeast(enoughWords(words.length, true), standing)])]) },
  ];
  return conditions.map(({ best, condition }) => ({ best, condition: all([open(keyOf(type)), condition]) }));
}

/** In how many ways a code is written: in 14 digits, or with fewer zeros before it. */
function gtinForms(written: string): string[] {
  const gtin14 = gtin14Of(written);
  if (gtin14 === null) return [];
  const bare = gtin14.replace(/^0+/, '');
  return Array.from({ length: 15 - bare.length }, (_each, zeros) => bare.padStart(bare.length + zeros, '0'));
}
