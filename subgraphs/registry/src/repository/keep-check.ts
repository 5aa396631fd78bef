import { randomUUID } from 'node:crypto';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SchemaProposal } from '@hub/prisma/registry/generated/client.js';
import type { CheckResult } from '@hub/schema/check/check-task.js';
import type { SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { supergraph } from './built-schemas.js';
import { checkedText } from './checked-text.js';
import type { RegistryTransaction } from './database.js';
import type { ApprovalsOfChange } from './schema-approval.js';
import { approvedProposalOf } from './schema-proposal.js';
import type { SchemaPublishing } from './schema-publishing.js';
import type { SchemaInForce } from './schemas-in-force.js';

/** A check that was run and is kept. */
export interface KeptCheck {
  readonly id: string;
  readonly result: CheckResult;
  readonly approvals: ApprovalsOfChange;
  /** The approved proposal of just this text, if there is one. */
  readonly proposal: SchemaProposal | null;
}

/** Checks the text of a subgraph against what is in force, and keeps what was found. @throws Refusal SCHEMA_UNREADABLE, SCHEMA_CHECK_TIMED_OUT */
export async function keepCheck(
  unit: UnitOfWork<RegistryTransaction>,
  { subgraph, sdl }: { readonly subgraph: string; readonly sdl: string },
  inForce: ReadonlyMap<string, SchemaInForce>,
  publishing: Pick<SchemaPublishing, 'check' | 'usageDays'>,
): Promise<KeptCheck> {
  const contentHash = sha256(sdl);
  const baseVersion = inForce.get(subgraph)?.version ?? 0;
  const proposal = await approvedProposalOf(unit.tx, { subgraph, contentHash, baseVersion });
  const { result, affected, approvals } = await checkedText(unit, { subgraph, sdl, proposal }, inForce, publishing);
  requireReadable(result.findings, () => 'sdl');
  await unit.tx.schemaText.createMany({ data: [{ contentHash, sdl }], skipDuplicates: true });
  const { id } = await unit.tx.schemaCheck.create({
    data: {
      id: randomUUID(),
      subgraph,
      baseVersion,
      contentHash,
      checkedAt: unit.now,
      checked: { ...actRecord(unit) },
      status: result.green ? 'GREEN' : 'REFUSED',
      findings: errorsFirst(result.findings),
      affected: affected.map((use) => ({ ...use })),
      refusedOperations: (result.refusedOperations ?? []).map((refused) => ({ ...refused })),
      holder: 'registry',
    },
  });
  return { id, result, approvals, proposal };
}

/** Refuses a text that is no schema. @param fieldOf the input field in which the text of a subgraph stood @throws Refusal SCHEMA_UNREADABLE */
export function requireReadable(findings: readonly SchemaFinding[], fieldOf: (subgraph: string) => string): void {
  const unreadable = findings.find(({ kind }) => kind === 'UNREADABLE');
  if (unreadable) throw new Refusal('SCHEMA_UNREADABLE', { field: fieldOf(unreadable.owners[0] ?? ''), parameters: { line: unreadable.line ?? 1 } });
}

/** Findings as they are kept, what keeps from publishing first. */
export function errorsFirst(findings: readonly SchemaFinding[]) {
  return findings.toSorted((a, b) => Number(b.severity === 'ERROR') - Number(a.severity === 'ERROR')).map((found) => ({ ...found, owners: [...found.owners], chinese: { ...found.chinese } }));
}

/** The refusal of what is not green: how much there is, and where the first of it stands. @param field the input field by which the schema was given, or named, if there is one */
export function notGreen({ findings }: Pick<CheckResult, 'findings'>, field?: string): Refusal {
  const errors = findings.filter(({ severity }) => severity === 'ERROR');
  const { code = '', coordinate = null, owners = [], line = null } = errors[0] ?? {};
  const place = `${coordinate ?? (owners.join(', ') || supergraph)}${line === null ? '' : `:${line}`}`;
  return new Refusal('SCHEMA_NOT_GREEN', { ...(field !== undefined && { field }), parameters: { errors: errors.length, code, place } });
}
