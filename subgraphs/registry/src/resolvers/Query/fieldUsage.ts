import { requireUsageArguments } from '../../repository/require-usage-arguments.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const fieldUsage: QueryResolvers['fieldUsage'] = async (_root, { by, subgraph, coordinates, operationHash, partyId, days, first }, { locale, repositories }) => {
  requireUsageArguments({ days, first }, locale);
  const own = subgraph == null ? undefined : await repositories.usage.fieldsOf(subgraph);
  const asked = own ? own.filter((coordinate) => !coordinates || coordinates.includes(coordinate)) : (coordinates ?? undefined);
  return repositories.usage.count({ by, coordinates: asked, operationHash, partyId, days, first });
};
