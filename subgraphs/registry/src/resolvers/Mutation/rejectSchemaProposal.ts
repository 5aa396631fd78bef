import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { rejectSchemaProposal as performing } from '../../repository/reject-schema-proposal.js';

/** 5.4.3 c (驳回提案) */
export const rejectSchemaProposal: MutationResolvers['rejectSchemaProposal'] = (_root, { items }, context) =>
  runAct(context, 'rejectSchemaProposal', items, performing, (id) => context.loaders.schemaProposal.load(id));
