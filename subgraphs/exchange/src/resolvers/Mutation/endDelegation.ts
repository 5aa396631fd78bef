import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { endDelegation as perform } from '../../repository/end-delegation.js';

/** Clause 1 (终止代办) */
export const endDelegation: MutationResolvers['endDelegation'] = (_root, { items }, context) =>
  runAct(context, 'endDelegation', items, perform, (id) => context.loaders.delegation.load(id));
