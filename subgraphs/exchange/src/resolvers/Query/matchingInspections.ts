import type { QueryResolvers, ResolversTypes } from '../../generated/graphql.js';

/** 5.2.2 */
export const matchingInspections: QueryResolvers['matchingInspections'] = async (_root, { product, first }, { matcher }) =>
  (await matcher.ofProduct(product, ['Sample', 'MonitoringData'], first ?? null)) as unknown as ResolversTypes['InspectionMatch'][];
