import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { checkSchema as performing } from '../../repository/check-schema.js';

/** 5.4.3 c (检查数据标准) */
export const checkSchema: MutationResolvers['checkSchema'] = (_root, { items }, context) =>
  runAct(context, 'checkSchema', items, performing(context.publishing), (id) => context.loaders.schemaCheck.load(id), context.publishing);
