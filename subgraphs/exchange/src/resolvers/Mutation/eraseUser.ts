import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { eraseUser as perform } from '../../repository/erase-user.js';

/** 5.4.3 d (删除用户姓名) */
export const eraseUser: MutationResolvers['eraseUser'] = (_root, { items }, context) =>
  runAct(context, 'eraseUser', items, perform, (id) => context.loaders.participantUser.load(id));
