import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { runImportPull as perform } from '../../repository/run-import-pull.js';

/** 5.1.1 */
export const runImportPull: MutationResolvers['runImportPull'] = (_root, { items }, context) =>
  runAct(context, 'runImportPull', items, perform, (id) => context.loaders.importPull.load(id));
