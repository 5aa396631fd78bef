import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { pauseImportPull as perform } from '../../repository/pause-import-pull.js';

/** 5.1.1 */
export const pauseImportPull: MutationResolvers['pauseImportPull'] = (_root, { items }, context) =>
  runAct(context, 'pauseImportPull', items, perform, (id) => context.loaders.importPull.load(id));
