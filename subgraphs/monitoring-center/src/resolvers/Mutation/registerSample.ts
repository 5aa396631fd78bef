import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { registerSample as perform } from '../../repository/register-sample.js';

/** 5.2.4 a */
export const registerSample: MutationResolvers['registerSample'] = (_root, { items }, context) =>
  runAct(context, 'registerSample', items, perform, (id) => context.loaders.sample.load(id));
