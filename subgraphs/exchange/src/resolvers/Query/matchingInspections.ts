import type { QueryResolvers, ResolversTypes } from '../../generated/graphql.js';
import { noteStaleCopies } from '../../repository/note-stale-copies.js';

/** 5.2.2 */
export const matchingInspections: QueryResolvers['matchingInspections'] = async (_root, { product, first }, context) => {
  const types = ['Sample', 'MonitoringData'] as const;
  await noteStaleCopies(context, types);
  return (await context.matcher.ofProduct(product, [...types], first ?? null)) as unknown as ResolversTypes['InspectionMatch'][];
};
