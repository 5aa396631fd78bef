import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { approverOf } from '../domain/require-approver.js';
import type { RegistryTransaction } from './database.js';
import { approvalsOf } from './schema-approval.js';
import type { ProposedChange } from './schema-proposal.js';
import { requireCounted } from './uncounted-approvals.js';

/**
 * Refuses an edition of the hub that would take back or open something against what stewards have published, but where checks of just its text are approved (5.4.3 a).
 * @param changes the texts of the edition that would take the place of what stewards have published
 * @throws Refusal SCHEMA_OF_STEWARD_CHANGED, SCHEMA_APPROVAL_UNCOUNTED
 */
export async function requireStewardsKept(unit: UnitOfWork<RegistryTransaction>, findings: readonly SchemaFinding[], changes: readonly ProposedChange[]): Promise<void> {
  for (const change of changes) {
    const { subgraph, baseVersion: version } = change;
    const found = findings.filter(({ kind, severity, coordinate, owners }) => severity === 'ERROR' && (kind === 'NARROWED' || kind === 'WIDENED') && coordinate !== null && owners.includes(subgraph));
    if (found.length === 0) continue;
    const approvals = await approvalsOf(unit, { changes: [change], codeLists: [] }, null);
    const open = found.filter(({ kind }) => approvals.approved[kind] === undefined);
    requireCounted(open, approvals);
    const [first] = open;
    if (!first) continue;
    const { kind, coordinate } = first;
    throw new Refusal('SCHEMA_OF_STEWARD_CHANGED', { parameters: { subgraph, version, kind, place: coordinate ?? subgraph, who: approverOf(kind) } });
  }
}
