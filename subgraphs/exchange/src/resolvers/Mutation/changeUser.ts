import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { changeUser as perform } from '../../repository/change-user.js';

/** Clause 1 (用户变更) */
export const changeUser: MutationResolvers['changeUser'] = (_root, { items }, context) =>
  runAct(context, 'changeUser', items, perform, (id) => context.loaders.participantUser.load(id));
