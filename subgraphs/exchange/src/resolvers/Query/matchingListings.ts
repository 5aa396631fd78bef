import type { QueryResolvers, ResolversTypes } from '../../generated/graphql.js';

/** 5.4.1 */
export const matchingListings: QueryResolvers['matchingListings'] = async (_root, { product, first }, { matcher }) => {
  const matches = await matcher.ofProduct(product, ['Listing'], first ?? null);
  return matches.map(({ record, ...match }) => ({ ...match, listing: record })) as unknown as ResolversTypes['ListingMatch'][];
};
