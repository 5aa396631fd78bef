import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { approveSchemaProposal as performing } from '../../repository/approve-schema-proposal.js';

/** 5.4.3 a (批准提案) */
export const approveSchemaProposal: MutationResolvers['approveSchemaProposal'] = (_root, { items }, context) =>
  runAct(context, 'approveSchemaProposal', items, performing, (id) => context.loaders.schemaProposal.load(id));
