import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { eraseComplainant as perform } from '../../repository/erase-complainant.js';

/** 5.4.3 d */
export const eraseComplainant: MutationResolvers['eraseComplainant'] = (_root, { items }, context) =>
  runAct(context, 'eraseComplainant', items, perform, (id) => context.loaders.complainant.load(id));
