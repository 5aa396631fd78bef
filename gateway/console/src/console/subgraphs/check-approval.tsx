import { ApproveDocument, type CheckFactsFragment } from '../../generated/operations';
import { useAct } from '../asking/use-act';
import { useViewer } from '../shell/use-viewer';
import { ApprovalForm } from './approval-form';
import { approvers } from './approvers';

/** Lets findings of a check pass, for just the text that was checked (approveSchemaCheck). */
export function CheckApproval({ check }: { readonly check: CheckFactsFragment }) {
  const viewer = useViewer();
  const { mutate, isPending, error } = useAct(ApproveDocument, 'approveSchemaCheck');
  const waiting = [...new Set(check.findings.filter(({ severity, letPass }) => severity === 'ERROR' && letPass === null).map(({ kind }) => kind))].filter((kind) => kind in approvers);
  return <ApprovalForm waiting={waiting} isOwn={check.checked?.userId === viewer?.userId} isPending={isPending} fault={error} approve={(kinds, reason) => mutate({ checkId: check.id, kinds, reason })} />;
}
