import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { resumeImportPull as perform } from '../../repository/resume-import-pull.js';

/** 5.1.1 */
export const resumeImportPull: MutationResolvers['resumeImportPull'] = (_root, { items }, context) =>
  runAct(context, 'resumeImportPull', items, perform, (id) => context.loaders.importPull.load(id));
