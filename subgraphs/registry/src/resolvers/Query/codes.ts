import { containing } from '@hub/kernel/lists/conditions.js';
import { connection } from '@hub/kernel/lists/connection.js';
import { validOn } from '../../domain/valid-on.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const codes: QueryResolvers['codes'] = (_root, args, context, info) => {
  const { list, asOf, filter } = args;
  return connection(context, info, {
    key: 'Code.id',
    args,
    filterType: 'CodeFilter',
    where: {
      ...(list != null && { listId: list }),
      ...(asOf != null && validOn(asOf)),
      ...(filter?.code && { code: { in: filter.code } }),
      ...(filter?.zh && { zh: containing(filter.zh) }),
      ...(filter?.en && { en: containing(filter.en) }),
    },
    // By id, which is list, code and first day.
    orderBy: [],
    ...context.repositories.codes,
  });
};
