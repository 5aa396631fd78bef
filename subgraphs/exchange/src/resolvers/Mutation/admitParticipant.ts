import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { admitParticipant as perform } from '../../repository/admit-participant.js';

/** 5.4.4 (同意入会) */
export const admitParticipant: MutationResolvers['admitParticipant'] = (_root, { items }, context) =>
  runAct(context, 'admitParticipant', items, (scope, item) => perform(scope, item, context.userKeeping), (id) => context.loaders.membershipApplication.load(id));
