import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { deregisterParticipant as perform } from '../../repository/deregister-participant.js';

/** 5.4.4 (成员退出) */
export const deregisterParticipant: MutationResolvers['deregisterParticipant'] = (_root, { items }, context) =>
  runAct(context, 'deregisterParticipant', items, (scope, item) => perform(scope, item, context.userKeeping), (id) => context.loaders.participant.load(id));
