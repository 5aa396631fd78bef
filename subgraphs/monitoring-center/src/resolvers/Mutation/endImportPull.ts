import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { endImportPull as perform } from '../../repository/end-import-pull.js';

/** 5.1.1 */
export const endImportPull: MutationResolvers['endImportPull'] = (_root, { items }, context) =>
  runAct(context, 'endImportPull', items, perform, (id) => context.loaders.importPull.load(id));
