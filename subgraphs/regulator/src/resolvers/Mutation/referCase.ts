import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { referCase as perform } from '../../repository/refer-case.js';

/** 3.1 d */
export const referCase: MutationResolvers['referCase'] = (_root, { items }, context) =>
  runAct(context, 'referCase', items, perform, (id) => context.loaders.caseReferral.load(id));
