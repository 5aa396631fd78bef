import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { preserveEvidence as perform } from '../../repository/preserve-evidence.js';

/** 5.2.4 a */
export const preserveEvidence: MutationResolvers['preserveEvidence'] = (_root, { items }, context) =>
  runAct(context, 'preserveEvidence', items, perform, (id) => context.loaders.evidence.load(id));
