import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { decideObjection as perform } from '../../repository/decide-objection.js';

/** after 5.4.1 */
export const decideObjection: MutationResolvers['decideObjection'] = (_root, { items }, context) =>
  runAct(context, 'decideObjection', items, perform, (id) => context.loaders.objection.load(id));
