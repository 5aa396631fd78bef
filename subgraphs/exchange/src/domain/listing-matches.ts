import type { ResolversTypes } from '../generated/graphql.js';

/** Listings that were found, as the SDL has them; what they are comes from their owner. */
export function listingMatches(matches: readonly { readonly record: { readonly id: string } }[]): ResolversTypes['ListingMatch'][] {
  return matches.map(({ record, ...match }) => ({ ...match, listing: record })) as unknown as ResolversTypes['ListingMatch'][];
}
