import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { proposeImportMapping as perform } from '../../repository/propose-import-mapping.js';

/** 5.1.1 */
export const proposeImportMapping: MutationResolvers['proposeImportMapping'] = (_root, { items }, context) => {
  const { imports, locale, loaders } = context;
  return runAct(context, 'proposeImportMapping', items, (scope, item) => perform(scope, item, { ...imports, locale }), (id) => loaders.importMapping.load(id));
};
