import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { decideImportMapping as perform } from '../../repository/decide-import-mapping.js';

/** 5.1.1 */
export const decideImportMapping: MutationResolvers['decideImportMapping'] = (_root, { items }, context) =>
  runAct(context, 'decideImportMapping', items, (scope, item) => perform(scope, item, context.imports), (id) => context.loaders.importMapping.load(id));
