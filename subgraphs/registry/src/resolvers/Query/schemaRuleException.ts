import type { QueryResolvers } from '../../generated/graphql.js';

export const schemaRuleException: QueryResolvers['schemaRuleException'] = (_root, { id }, { loaders }) => loaders.schemaRuleException.load(id);
