import { requireProductSought } from '../../matching/require-product-sought.js';
import type { QueryResolvers, ResolversTypes } from '../../generated/graphql.js';

/** 5.2.2 */
export const matchingInspections: QueryResolvers['matchingInspections'] = async (_root, { product, first }, { matcher, locale }) =>
  (await matcher.of(requireProductSought(product, locale), ['Sample', 'MonitoringData'], first ?? null)) as unknown as ResolversTypes['InspectionMatch'][];
