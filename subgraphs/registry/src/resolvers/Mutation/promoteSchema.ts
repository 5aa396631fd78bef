import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { promoteSchema as performing } from '../../repository/promote-schema.js';

/** 5.4.3 c (恢复数据标准版本) */
export const promoteSchema: MutationResolvers['promoteSchema'] = (_root, { items }, context) =>
  runAct(context, 'promoteSchema', items, performing(context.publishing), (id) => context.loaders.schemaVersion.load(id), context.publishing);
