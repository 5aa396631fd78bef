import type { Locale } from '@hub/schema/errors/locale.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { pageSize } from '@hub/schema/policy/cost/page-size.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { ProductSoughtInput } from '../generated/graphql.js';
import type { SearchIndex } from '../repository/search-index.js';
import { coordinatesOf, readableFields, type ReadableFields } from '../search/readable-fields.js';
import { slicesAsked } from '../search/slices-asked.js';
import { any } from '../search/tsquery.js';
import { comparedFields, fieldsOf, type MatchedType } from './compared-fields.js';
import { describedBy } from './described-by.js';
import { matchConditions } from './match-conditions.js';
import { productMatch, type DescribedProduct, type ProductMatch } from './product-match.js';
import { requireProductSought } from './require-product-sought.js';

export interface MatchedRecord extends ProductMatch {
  readonly record: { readonly __typename: string; readonly id: string };
}

export interface Matcher {
  /** Records of these types that may be of a product, the surest first. @throws GraphQLError VALUE_INVALID, PAGE_SIZE_INVALID */
  readonly ofProduct: (product: ProductSoughtInput, types: readonly MatchedType[], size: number | null) => Promise<MatchedRecord[]>;
  /** The same, of the product of a record, as far as the caller may read that; nothing where it may not see it, or there is none. @throws GraphQLError PAGE_SIZE_INVALID */
  readonly ofRecord: (record: { readonly type: MatchedType; readonly id: string }, types: readonly MatchedType[], size: number | null) => Promise<MatchedRecord[]>;
}

/** Nothing is ranked by where words stand: what is found is compared. */
const unranked = { telling: [], counted: [] } as const;
const allDays = { from: null, until: null } as const;

/**
 * Finds records of one product, under the rights of a search: candidates come from its index, the surest first, and are compared by those of their fields that the caller may read. Where there are
 * enough that are surer, those that are less so are not asked for.
 */
export function matcher(authority: OperationAuthority, index: SearchIndex, locale: Locale): Matcher {
  const readable = async (types: readonly MatchedType[]): Promise<ReadableFields> => {
    const coordinates = [...coordinatesOf(types), ...types.flatMap((type) => fieldsOf(type).item?.platform ?? [])];
    return readableFields(authority, coordinates, await index.terms(coordinates));
  };
  const sized = (asked: number | null): number => {
    const size = asked ?? pageSize.standard;
    if (size < 1 || size > pageSize.limit) throw codedError('PAGE_SIZE_INVALID', locale, { limit: pageSize.limit });
    return size;
  };
  const of = async (product: DescribedProduct, types: readonly MatchedType[], asked: number | null): Promise<MatchedRecord[]> => {
    const size = sized(asked);
    const own = await readable(types);
    const tiers = types.map((type) => matchConditions(product, type, own.rows));
    const seen = new Set<string>();
    const matches: MatchedRecord[] = [];
    for (const [place, { best }] of (tiers[0] ?? []).entries()) {
      if (matches.filter(({ score }) => score > best).length >= size) break;
      // A place is a question of its own, and the next is asked only where this one was not enough; of all types in one.
      const slices = await slicesAsked(index, { ...unranked, found: any(tiers.map((tier) => tier[place]?.condition ?? false)) }, allDays);
      const ids = slices.length === 0 ? [] : (await index.latest(slices, allDays)).filter((id) => !seen.has(id));
      for (const id of ids) seen.add(id);
      for (const text of ids.length === 0 ? [] : await index.texts(ids)) {
        const match = isMatched(text.type) ? productMatch(product, describedBy(text.type, text, own)) : undefined;
        if (match) matches.push({ ...match, record: authority.admit({ __typename: text.type, id: text.id }, text.stamps, text.type) });
      }
    }
    return matches.sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1)).slice(0, size);
  };
  return {
    ofProduct: async (product, types, size) => of(requireProductSought(product, locale), types, size),
    async ofRecord({ type, id }, types, asked) {
      const size = sized(asked);
      const own = await readable([type]);
      const [text] = await index.texts([id]);
      const product = text?.type === type && own.reads(`${type}.id`, text.stamps) ? describedBy(type, text, own) : undefined;
      return product ? of(product, types, size) : [];
    },
  };
}

const isMatched = (type: string): type is MatchedType => Object.hasOwn(comparedFields, type);
