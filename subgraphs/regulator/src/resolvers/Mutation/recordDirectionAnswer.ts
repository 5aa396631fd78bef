import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordDirectionAnswer as perform } from '../../repository/record-direction-answer.js';

/** 3.1 d */
export const recordDirectionAnswer: MutationResolvers['recordDirectionAnswer'] = (_root, { items }, context) =>
  runAct(context, 'recordDirectionAnswer', items, perform, (id) => context.loaders.hazardDirection.load(id));
