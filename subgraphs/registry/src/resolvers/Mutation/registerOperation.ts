import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { registerOperation as performing } from '../../repository/register-operation.js';

/** 5.4.3 c (登记操作) */
export const registerOperation: MutationResolvers['registerOperation'] = (_root, { items }, context) =>
  runAct(context, 'registerOperation', items, performing, (id) => context.loaders.persistedOperation.load(id));
