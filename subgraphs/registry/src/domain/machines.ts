import { schemaProposalMachine } from './schema-proposal-machine.js';

/** What moves the rows of this subgraph; the page of state machines is drawn from here. */
export const machines = [schemaProposalMachine];
