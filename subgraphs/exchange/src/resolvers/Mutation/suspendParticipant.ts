import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { suspendParticipant as perform } from '../../repository/suspend-participant.js';

/** 5.4.4 (暂停成员) */
export const suspendParticipant: MutationResolvers['suspendParticipant'] = (_root, { items }, context) =>
  runAct(context, 'suspendParticipant', items, perform, (id) => context.loaders.participant.load(id));
