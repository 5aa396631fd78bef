import { runAct } from '@hub/kernel/acts/run-act.js';
import type { ChangeUserInput, MutationResolvers } from '../../generated/graphql.js';
import { changeUser as perform } from '../../repository/change-user.js';

/** Clause 1 (用户变更) */
export const changeUser: MutationResolvers['changeUser'] = (_root, { items }, context) => {
  const { userKeeping } = context;
  const rememberedBy = async (item: ChangeUserInput) => (item.name == null ? item : { ...item, name: await userKeeping.hash(item.name) });
  return runAct(context, 'changeUser', items, (scope, item) => perform(scope, item, userKeeping), (id) => context.loaders.participantUser.load(id), { rememberedBy });
};
