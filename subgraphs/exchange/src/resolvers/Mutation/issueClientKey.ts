import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { issueClientKey as perform } from '../../repository/issue-client-key.js';

/** 5.4.4 (系统密钥签发、轮换) */
export const issueClientKey: MutationResolvers['issueClientKey'] = (_root, { items }, context) =>
  runAct(context, 'issueClientKey', items, perform, (id) => context.loaders.clientKey.load(id));
