import type { QueryResolvers } from '../../generated/graphql.js';
import { listingMatches } from '../../domain/listing-matches.js';
import { noteStaleCopies } from '../../repository/note-stale-copies.js';

/** 5.4.1 */
export const matchingListings: QueryResolvers['matchingListings'] = async (_root, { product, first }, context) => {
  await noteStaleCopies(context, ['Listing']);
  return listingMatches(await context.matcher.ofProduct(product, ['Listing'], first ?? null));
};
