import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { proposeSchema as performing } from '../../repository/propose-schema.js';

/** 5.4.3 c (提出数据标准提案) */
export const proposeSchema: MutationResolvers['proposeSchema'] = (_root, { items }, context) =>
  runAct(context, 'proposeSchema', items, performing(context.publishing), (id) => context.loaders.schemaProposal.load(id), context.publishing);
