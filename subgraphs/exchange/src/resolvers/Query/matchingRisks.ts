import type { QueryResolvers, ResolversTypes } from '../../generated/graphql.js';
import { noteStaleCopies } from '../../repository/note-stale-copies.js';

/** 5.4.1 */
export const matchingRisks: QueryResolvers['matchingRisks'] = async (_root, { listingId, first }, context) => {
  await noteStaleCopies(context, ['RiskInformation']);
  const matches = await context.matcher.ofRecord({ type: 'Listing', id: listingId }, ['RiskInformation'], first ?? null);
  return matches.map(({ record, ...match }) => ({ ...match, riskInformation: record })) as unknown as ResolversTypes['RiskMatch'][];
};
