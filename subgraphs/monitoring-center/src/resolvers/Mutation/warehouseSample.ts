import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { warehouseSample as perform } from '../../repository/warehouse-sample.js';

/** 5.2.4 a */
export const warehouseSample: MutationResolvers['warehouseSample'] = (_root, { items }, context) =>
  runAct(context, 'warehouseSample', items, perform, (id) => context.loaders.sample.load(id));
