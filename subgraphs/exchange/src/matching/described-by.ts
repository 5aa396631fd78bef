import { gtin14Of, hasGtinCheckDigit } from '@hub/schema/identifiers/gtin.js';
import type { FoundText } from '../repository/search-index.js';
import type { ReadableFields } from '../search/readable-fields.js';
import { fieldsOf, platformsOf, type MatchedType } from './compared-fields.js';
import type { DescribedProduct } from './product-match.js';

/** Digits that may be a code: 8 are as often a day, and fewer have lost their zeros. */
const codes = /(?<![a-z\d])\d{12,14}(?![a-z\d])/gi;

/** What of a record its caller may read, as a product is described. */
export function describedBy(type: MatchedType, { values, stamps }: FoundText, { reads }: ReadableFields): DescribedProduct {
  const fields = fieldsOf(type);
  const textsOf = (coordinate: string | undefined): readonly string[] => (coordinate !== undefined && reads(coordinate, stamps) ? (values[coordinate] ?? []) : []);
  const told = fields.told.flatMap(textsOf).flatMap((text) => text.match(codes) ?? []);
  const { item } = fields;
  const numbers = item && reads(item.platform, stamps) ? textsOf(item.id) : [];
  return {
    name: textsOf(fields.name)[0] ?? '',
    brand: textsOf(fields.brand)[0] ?? null,
    gtins: [...textsOf(fields.gtin), ...new Set(told.filter((code) => hasGtinCheckDigit(gtin14Of(code) ?? '')))],
    items: numbers.flatMap((id) => platformsOf(item?.stamp ?? 'holder', stamps).map((platformId) => ({ platformId, id }))),
  };
}
