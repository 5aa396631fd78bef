import type { ProposalQuery } from '../../generated/operations';

/** A proposal as its page shows it. */
export type ShownProposal = NonNullable<ProposalQuery['schemaProposal']>;
