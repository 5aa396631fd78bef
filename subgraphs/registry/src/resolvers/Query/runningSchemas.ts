import type { QueryResolvers } from '../../generated/graphql.js';

export const runningSchemas: QueryResolvers['runningSchemas'] = (_root, _args, { repositories }) => repositories.runningSchemas(new Date());
