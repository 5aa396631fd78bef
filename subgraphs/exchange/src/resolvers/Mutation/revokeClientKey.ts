import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { revokeClientKey as perform } from '../../repository/revoke-client-key.js';

/** 5.4.4 (系统密钥吊销) */
export const revokeClientKey: MutationResolvers['revokeClientKey'] = (_root, { items }, context) =>
  runAct(context, 'revokeClientKey', items, perform, (id) => context.loaders.clientKey.load(id));
