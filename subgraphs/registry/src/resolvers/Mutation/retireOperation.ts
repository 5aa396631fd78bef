import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { retireOperation as performing } from '../../repository/retire-operation.js';

/** 5.4.3 c (停用登记操作) */
export const retireOperation: MutationResolvers['retireOperation'] = (_root, { items }, context) =>
  runAct(context, 'retireOperation', items, performing, (id) => context.loaders.persistedOperation.load(id));
