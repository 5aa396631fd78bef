import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { scheduleImportPull as perform } from '../../repository/schedule-import-pull.js';

/** 5.1.1 */
export const scheduleImportPull: MutationResolvers['scheduleImportPull'] = (_root, { items }, context) => {
  const { imports, locale, loaders } = context;
  return runAct(context, 'scheduleImportPull', items, (scope, item) => perform(scope, item, { ...imports, locale }), (id) => loaders.importPull.load(id));
};
