import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { submitSelfInspection } from '../../repository/file-self-inspection.js';

/** 3.5 */
export const fileSelfInspection: MutationResolvers['fileSelfInspection'] = (_root, { items }, context) =>
  runAct(context, 'fileSelfInspection', items, submitSelfInspection, (id) => context.loaders.selfInspection.load(id));
