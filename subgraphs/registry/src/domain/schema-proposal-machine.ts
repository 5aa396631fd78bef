import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { SchemaProposalState } from '../generated/graphql.js';

/** A proposal of a change of schemas (数据标准提案, 5.4.3 c): open until all whom it concerns have approved it, then published, by itself or as the schema of its one subgraph, or as its one code list. */
export const schemaProposalMachine = new StateMachine<
  SchemaProposalState,
  'proposeSchema' | 'approveSchemaProposal' | 'rejectSchemaProposal' | 'publishSchemaProposal' | 'publishSchema' | 'publishCodeList'
>('SchemaProposal', {
  proposeSchema: { from: [], to: ['OPEN', 'APPROVED'] },
  approveSchemaProposal: { to: ['OPEN', 'APPROVED'] },
  rejectSchemaProposal: { to: ['REJECTED'] },
  publishSchemaProposal: { to: ['PUBLISHED'] },
  publishSchema: { from: ['APPROVED'], to: ['PUBLISHED'] },
  publishCodeList: { from: ['APPROVED'], to: ['PUBLISHED'] },
});
