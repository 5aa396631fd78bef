import { ApproveProposalDocument, type SchemaFindingKind } from '../../generated/operations';
import { useAct } from '../asking/use-act';
import { useViewer } from '../shell/use-viewer';
import { ApprovalForm } from '../subgraphs/approval-form';
import type { ShownProposal } from './shown-proposal';

/** Lets what a proposal changes pass, as it was read (approveSchemaProposal). */
export function ProposalApproval({ proposal: { id, state, revision, toApprove, proposed } }: { readonly proposal: ShownProposal }) {
  const viewer = useViewer();
  const { mutate, isPending, faultOf } = useAct(ApproveProposalDocument, 'approveSchemaProposal');
  const itemOf = (kinds: readonly SchemaFindingKind[], reason: string) => ({ proposalId: id, expectedRevision: revision, kinds, reason });
  if (state !== 'OPEN') return null;
  return (
    <ApprovalForm
      waiting={toApprove}
      isOwn={proposed.userId === viewer?.userId}
      isPending={isPending}
      faultOf={(kinds, reason) => faultOf(itemOf(kinds, reason))}
      approve={(kinds, reason) => mutate(itemOf(kinds, reason))}
    />
  );
}
