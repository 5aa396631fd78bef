import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { issueSigningKey as perform } from '../../repository/issue-signing-key.js';

/** 3.3 */
export const issueSigningKey: MutationResolvers['issueSigningKey'] = (_root, { items }, context) =>
  runAct(context, 'issueSigningKey', items, perform(context.signer), (id) => context.loaders.signingKey.load(id));
