import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { fileRectification as perform } from '../../repository/file-rectification.js';

/** 3.5 */
export const fileRectification: MutationResolvers['fileRectification'] = (_root, { items }, context) =>
  runAct(context, 'fileRectification', items, perform, (id) => context.loaders.selfInspection.load(id));
