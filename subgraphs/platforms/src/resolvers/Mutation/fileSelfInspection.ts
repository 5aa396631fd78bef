import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { fileSelfInspection as perform } from '../../repository/file-self-inspection.js';

/** 3.5 */
export const fileSelfInspection: MutationResolvers['fileSelfInspection'] = (_root, { items }, context) =>
  runAct(context, 'fileSelfInspection', items, perform, (id) => context.loaders.selfInspection.load(id));
