import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { setRoleMapping as perform } from '../../repository/set-role-mapping.js';

/** 5.4.3 d (角色映射设置) */
export const setRoleMapping: MutationResolvers['setRoleMapping'] = (_root, { items }, context) =>
  runAct(context, 'setRoleMapping', items, perform(context.trustedIssuer), (id) => context.loaders.roleMapping.load(id));
