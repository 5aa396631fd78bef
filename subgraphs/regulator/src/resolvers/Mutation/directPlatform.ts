import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { directPlatform as perform } from '../../repository/direct-platform.js';

/** 3.1 d */
export const directPlatform: MutationResolvers['directPlatform'] = (_root, { items }, context) =>
  runAct(context, 'directPlatform', items, perform, (id) => context.loaders.hazardDirection.load(id));
