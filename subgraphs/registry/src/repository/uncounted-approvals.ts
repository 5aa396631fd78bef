import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { saidMore, type FindingKind, type SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { bilingualMessage } from '@hub/schema/errors/bilingual-message.js';
import { approverOf } from '../domain/require-approver.js';
import type { ApprovalsOfChange } from './schema-approval.js';

/** Errors that somebody has approved for nothing, with whose approval that is, why it does not count and who must approve them instead. */
export function withUncounted(findings: readonly SchemaFinding[], approvals: ApprovalsOfChange): readonly SchemaFinding[] {
  return findings.map((found) => {
    const uncounted = uncountedOf(found, approvals);
    return uncounted ? saidMore(found, bilingualMessage('FINDING_APPROVAL_UNCOUNTED', { ...uncounted, who: approverOf(found.kind) })) : found;
  });
}

/** Refuses to publish over errors of which the only approval does not count. @throws Refusal SCHEMA_APPROVAL_UNCOUNTED */
export function requireCounted(findings: readonly SchemaFinding[], approvals: ApprovalsOfChange, field?: string): void {
  for (const found of findings) {
    const uncounted = uncountedOf(found, approvals);
    if (uncounted) throw new Refusal('SCHEMA_APPROVAL_UNCOUNTED', { ...(field !== undefined && { field }), parameters: { kind: found.kind, ...uncounted, who: approverOf(found.kind) } });
  }
}

function uncountedOf({ kind, severity }: SchemaFinding, { uncounted }: ApprovalsOfChange): ApprovalsOfChange['uncounted'][FindingKind] {
  return severity === 'ERROR' ? uncounted[kind] : undefined;
}
