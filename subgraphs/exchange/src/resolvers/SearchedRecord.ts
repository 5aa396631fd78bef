import type { ResolversTypes, SearchedRecordResolvers } from '../generated/graphql.js';

export const SearchedRecord: SearchedRecordResolvers = {
  // What was found says itself of which type it is.
  __resolveType: (record) => (record as unknown as { readonly __typename: keyof ResolversTypes & 'RiskInformation' }).__typename,
};
