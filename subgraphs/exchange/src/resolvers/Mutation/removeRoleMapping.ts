import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { removeRoleMapping as perform } from '../../repository/remove-role-mapping.js';

/** 5.4.3 d (角色映射撤销) */
export const removeRoleMapping: MutationResolvers['removeRoleMapping'] = (_root, { items }, context) =>
  runAct(context, 'removeRoleMapping', items, perform, (id) => context.loaders.roleMapping.load(id));
