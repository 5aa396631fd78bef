import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereFieldClosings } from '../../repository/where-field-closings.js';

export const fieldClosings: QueryResolvers['fieldClosings'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'FieldClosing.id',
    args,
    filterType: 'FieldClosingFilter',
    where: whereFieldClosings(args.filter),
    orderBy: [{ closedAt: 'desc' }],
    ...context.repositories.fieldClosings,
  });
