import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { reinstateParticipant as perform } from '../../repository/reinstate-participant.js';

/** 5.4.4 (恢复成员) */
export const reinstateParticipant: MutationResolvers['reinstateParticipant'] = (_root, { items }, context) =>
  runAct(context, 'reinstateParticipant', items, perform, (id) => context.loaders.participant.load(id));
