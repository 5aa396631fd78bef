import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { revokeRegistryToken as performing } from '../../repository/revoke-registry-token.js';

/** 5.4.3 c (撤销登记令牌) */
export const revokeRegistryToken: MutationResolvers['revokeRegistryToken'] = (_root, { items }, context) =>
  runAct(context, 'revokeRegistryToken', items, performing, (id) => context.loaders.registryToken.load(id));
