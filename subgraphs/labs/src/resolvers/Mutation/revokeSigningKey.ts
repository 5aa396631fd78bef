import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { revokeSigningKey as perform } from '../../repository/revoke-signing-key.js';

/** 3.3 */
export const revokeSigningKey: MutationResolvers['revokeSigningKey'] = (_root, { items }, context) =>
  runAct(context, 'revokeSigningKey', items, perform, (id) => context.loaders.signingKey.load(id));
