import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordAccreditation as perform } from '../../repository/record-accreditation.js';

/** 3.2 c */
export const recordAccreditation: MutationResolvers['recordAccreditation'] = (_root, { items }, context) =>
  runAct(context, 'recordAccreditation', items, perform, (id) => context.loaders.lab.load(id));
