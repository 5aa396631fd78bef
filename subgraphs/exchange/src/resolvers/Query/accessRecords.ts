import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereAccessRecords } from '../../repository/where-access-records.js';

export const accessRecords: QueryResolvers['accessRecords'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'AccessRecord.id',
    args,
    filterType: 'AccessRecordFilter',
    where: whereAccessRecords(args.filter),
    orderBy: [{ at: 'desc' }],
    ...context.repositories.accessRecords,
  });
