import type { QueryResolvers, ResolversTypes } from '../../generated/graphql.js';
import { noteStaleCopies } from '../../repository/note-stale-copies.js';

/** 5.4.1 */
export const matchingListings: QueryResolvers['matchingListings'] = async (_root, { product, first }, context) => {
  await noteStaleCopies(context, ['Listing']);
  const matches = await context.matcher.ofProduct(product, ['Listing'], first ?? null);
  return matches.map(({ record, ...match }) => ({ ...match, listing: record })) as unknown as ResolversTypes['ListingMatch'][];
};
