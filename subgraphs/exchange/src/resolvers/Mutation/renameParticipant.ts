import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { renameParticipant as perform } from '../../repository/rename-participant.js';

/** 5.4.4 (成员变更登记) */
export const renameParticipant: MutationResolvers['renameParticipant'] = (_root, { items }, context) =>
  runAct(context, 'renameParticipant', items, perform, (id) => context.loaders.participant.load(id));
