import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

/** 5.4.3 c (编号规则) */
export const numberPatterns: QueryResolvers['numberPatterns'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'NumberPattern.id',
    args,
    filterType: 'NumberPatternFilter',
    where: args.filter?.kind ? { kind: { in: args.filter.kind } } : {},
    orderBy: [{ recordedAt: 'desc' }],
    ...context.repositories.numberPatterns,
  });
