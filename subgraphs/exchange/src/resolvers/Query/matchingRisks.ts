import type { QueryResolvers, ResolversTypes } from '../../generated/graphql.js';

/** 5.4.1 */
export const matchingRisks: QueryResolvers['matchingRisks'] = async (_root, { listingId, first }, { matcher }) => {
  const matches = await matcher.ofRecord({ type: 'Listing', id: listingId }, ['RiskInformation'], first ?? null);
  return matches.map(({ record, ...match }) => ({ ...match, riskInformation: record })) as unknown as ResolversTypes['RiskMatch'][];
};
