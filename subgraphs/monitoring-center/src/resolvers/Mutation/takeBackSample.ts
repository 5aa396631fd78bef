import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { takeBackSample as perform } from '../../repository/take-back-sample.js';

/** 5.2.4 a (退样入库) */
export const takeBackSample: MutationResolvers['takeBackSample'] = (_root, { items }, context) =>
  runAct(context, 'takeBackSample', items, perform, (id) => context.loaders.sample.load(id));
