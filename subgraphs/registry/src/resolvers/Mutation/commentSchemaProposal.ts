import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { commentSchemaProposal as performing } from '../../repository/comment-schema-proposal.js';

/** 5.4.3 c (评议提案) */
export const commentSchemaProposal: MutationResolvers['commentSchemaProposal'] = (_root, { items }, context) =>
  runAct(context, 'commentSchemaProposal', items, performing, (id) => context.loaders.schemaProposal.load(id));
