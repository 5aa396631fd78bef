import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordObjection as perform } from '../../repository/record-objection.js';

/** after 5.4.1 */
export const recordObjection: MutationResolvers['recordObjection'] = (_root, { items }, context) =>
  runAct(context, 'recordObjection', items, perform, (id) => context.loaders.objection.load(id));
