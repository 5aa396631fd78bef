import { requireUsageArguments } from '../../repository/require-usage-arguments.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const schemaUsage: QueryResolvers['schemaUsage'] = async (_root, { subgraph, days, show }, { locale, repositories }) => {
  requireUsageArguments({ days }, locale);
  return (await repositories.usage.ofSchema({ subgraph, days, show })) ?? null;
};
