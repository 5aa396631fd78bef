import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const schemaRuleExceptions: QueryResolvers['schemaRuleExceptions'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'SchemaRuleException.id',
    args,
    filterType: 'SchemaRuleExceptionFilter',
    where: { ...(args.filter?.subgraph && { subgraph: args.filter.subgraph }), ...(args.filter?.rule && { rule: args.filter.rule }) },
    orderBy: [{ exceptedAt: 'desc' }],
    ...context.repositories.schemaRuleExceptions,
  });
