import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { publishSchemaProposal as performing } from '../../repository/publish-schema-proposal.js';

/** 5.4.3 c (发布提案) */
export const publishSchemaProposal: MutationResolvers['publishSchemaProposal'] = (_root, { items }, context) =>
  runAct(context, 'publishSchemaProposal', items, performing(context.publishing), (id) => context.loaders.schemaProposal.load(id), context.publishing);
