import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { registerUser as perform } from '../../repository/register-user.js';

/** Clause 1 (新增用户) */
export const registerUser: MutationResolvers['registerUser'] = (_root, { items }, context) =>
  runAct(context, 'registerUser', items, perform, (id) => context.loaders.participantUser.load(id));
