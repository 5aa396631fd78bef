import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawImportMapping as perform } from '../../repository/withdraw-import-mapping.js';

/** 5.1.1 */
export const withdrawImportMapping: MutationResolvers['withdrawImportMapping'] = (_root, { items }, context) =>
  runAct(context, 'withdrawImportMapping', items, perform, (id) => context.loaders.importMapping.load(id));
