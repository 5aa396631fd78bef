import { ApproveDocument, type CheckFactsFragment, type SchemaFindingKind } from '../../generated/operations';
import { useAct } from '../asking/use-act';
import { useViewer } from '../shell/use-viewer';
import { ApprovalForm } from './approval-form';
import { waitingKinds } from './approvers';

/** Lets findings of a check pass, for just the text that was checked (approveSchemaCheck). */
export function CheckApproval({ check }: { readonly check: CheckFactsFragment }) {
  const viewer = useViewer();
  const { mutate, isPending, faultOf } = useAct(ApproveDocument, 'approveSchemaCheck');
  const itemOf = (kinds: readonly SchemaFindingKind[], reason: string) => ({ checkId: check.id, kinds, reason });
  return (
    <ApprovalForm
      waiting={waitingKinds(check)}
      isOwn={check.checked?.userId === viewer?.userId}
      isPending={isPending}
      faultOf={(kinds, reason) => faultOf(itemOf(kinds, reason))}
      approve={(kinds, reason) => mutate(itemOf(kinds, reason))}
    />
  );
}
