import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { directEnterprise as perform } from '../../repository/direct-enterprise.js';

/** 3.1 d */
export const directEnterprise: MutationResolvers['directEnterprise'] = (_root, { items }, context) =>
  runAct(context, 'directEnterprise', items, perform, (id) => context.loaders.hazardDirection.load(id));
