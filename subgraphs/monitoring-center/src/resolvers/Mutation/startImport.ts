import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { startImport as perform } from '../../repository/start-import.js';

/** 5.1.1 */
export const startImport: MutationResolvers['startImport'] = (_root, { items }, context) => {
  const { imports, locale, loaders } = context;
  return runAct(context, 'startImport', items, (scope, item) => perform(scope, item, { ...imports, locale }), (id) => loaders.importRun.load(id));
};
