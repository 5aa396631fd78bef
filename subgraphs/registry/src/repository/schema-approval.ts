import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { CheckTask } from '@hub/schema/check/check-task.js';
import type { RefusedOperation } from '@hub/schema/check/refused-operations.js';
import type { FindingKind } from '@hub/schema/check/schema-finding.js';
import type { RegistryTransaction } from './database.js';

/** That findings of some kinds may pass, as it is kept with the check. */
export interface SchemaApproval {
  readonly kinds: readonly FindingKind[];
  readonly approved: ActRecord;
  readonly reason: string;
}

/** What is approved of a text: whatever was approved of checks of just this text, against just this version in force. */
export async function approvalsOf(
  tx: Pick<RegistryTransaction, 'schemaCheck'>,
  checked: { readonly subgraph: string; readonly contentHash: string; readonly baseVersion: number },
): Promise<CheckTask['approved']> {
  const checks = await tx.schemaCheck.findMany({ where: checked, select: { id: true, approvals: true } });
  const approved = checks.flatMap(({ id, approvals }) =>
    (approvals as unknown as readonly SchemaApproval[]).flatMap(({ kinds, approved: { userId, partyId } }) =>
      kinds.map((kind) => [kind, { en: `approved by ${userId} of ${partyId} (check ${id})`, 'zh-CN': `由 ${partyId} 的 ${userId} 批准（检查 ${id}）` }] as const),
    ),
  );
  return Object.fromEntries(approved);
}

/** The registered operations of which those who approved what breaks clients knew, in checks of just this text against just this version in force: what was registered since stood before nobody. */
export async function operationsApproved(
  tx: Pick<RegistryTransaction, 'schemaCheck'>,
  checked: { readonly subgraph: string; readonly contentHash: string; readonly baseVersion: number },
): Promise<readonly string[]> {
  const checks = await tx.schemaCheck.findMany({ where: checked, select: { approvals: true, refusedOperations: true } });
  const approved = checks.filter(({ approvals }) => (approvals as unknown as readonly SchemaApproval[]).some(({ kinds }) => kinds.includes('BREAKING')));
  return approved.flatMap(({ refusedOperations }) => operationIds(refusedOperations));
}

/** The ids of refused operations, as they are kept. */
export function operationIds(refusedOperations: unknown): readonly string[] {
  return (refusedOperations as readonly RefusedOperation[]).map(({ operationId }) => operationId);
}
