import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { cancelImport as perform } from '../../repository/cancel-import.js';

/** 5.1.1 */
export const cancelImport: MutationResolvers['cancelImport'] = (_root, { items }, context) =>
  runAct(context, 'cancelImport', items, perform, (id) => context.loaders.importRun.load(id));
