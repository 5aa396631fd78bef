import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers, RegisterUserInput } from '../../generated/graphql.js';
import { registerUser as perform } from '../../repository/register-user.js';

/** Clause 1 (新增用户) */
export const registerUser: MutationResolvers['registerUser'] = (_root, { items }, context) => {
  const { userKeeping } = context;
  const rememberedBy = async (item: RegisterUserInput) => ({ ...item, name: await userKeeping.hash(item.name) });
  return runAct(context, 'registerUser', items, (scope, item) => perform(scope, item, userKeeping), (id) => context.loaders.participantUser.load(id), { rememberedBy });
};
