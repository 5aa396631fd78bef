import { randomUUID } from 'node:crypto';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SchemaProposal } from '@hub/prisma/registry/generated/client.js';
import type { CheckResult } from '@hub/schema/check/check-task.js';
import { judgeByUse, reliedOn } from '@hub/schema/check/judge-by-use.js';
import { operationFinding } from '@hub/schema/check/refused-operations.js';
import type { SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { supergraph } from './built-schemas.js';
import { checkTask } from './check-task.js';
import { checkedWithFormer } from './checked-with-former.js';
import type { RegistryTransaction } from './database.js';
import { operationsInUse } from './operations-in-use.js';
import { recentUse, type AffectedUse } from './recent-use.js';
import { retiredFindings } from './require-not-retired.js';
import { ruleExceptions } from './rule-exceptions.js';
import { approvalsOf, type ApprovalsOfChange } from './schema-approval.js';
import { approvedProposalOf } from './schema-proposal.js';
import type { SchemaPublishing } from './schema-publishing.js';
import type { SchemaInForce } from './schemas-in-force.js';
import { withUncounted } from './uncounted-approvals.js';

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
  { check, usageDays }: Pick<SchemaPublishing, 'check' | 'usageDays'>,
): Promise<KeptCheck> {
  const contentHash = sha256(sdl);
  const baseVersion = inForce.get(subgraph)?.version ?? 0;
  const proposal = await approvedProposalOf(unit.tx, { subgraph, contentHash, baseVersion });
  const approvals = await approvalsOf(unit, { changes: [{ subgraph, baseVersion, contentHash }], codeLists: [] }, proposal);
  const exceptions = await ruleExceptions(unit.tx, unit.now);
  const operations = await operationsInUse(unit.tx);
  const task = checkTask(inForce, { [subgraph]: sdl }, { approved: approvals.approved, exceptions, operations });
  const retired = inForce.get(subgraph)?.contentHash === contentHash ? [] : await retiredFindings(unit.tx, { subgraph, contentHash });
  const checked = withMore(withoutUnseen(await checkedWithFormer(unit.tx, check, task), approvals.operations), retired);
  const judgement = await judged(unit.tx, checked, usageDays);
  const { affected } = judgement;
  const result = { ...judgement.result, findings: withUncounted(judgement.result.findings, approvals) };
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

/** What was found, with no approval for registered operations that none of those who approved knew of: they were registered since. @param known ids of those that they did */
function withoutUnseen(result: CheckResult, known: readonly string[]): CheckResult {
  const unseen = (result.refusedOperations ?? []).filter(({ operationId }) => !known.includes(operationId));
  if (unseen.length === 0) return result;
  const isOfOperations = ({ code }: SchemaFinding) => code === 'REGISTERED_OPERATION_REFUSED';
  const owners = result.findings.find(isOfOperations)?.owners ?? [];
  const findings = [...result.findings.filter((found) => !isOfOperations(found)), ...operationFinding(unseen, owners)];
  return { ...result, findings, green: false };
}

function withMore(result: CheckResult, more: readonly SchemaFinding[]): CheckResult {
  return more.length === 0 ? result : { ...result, findings: [...result.findings, ...more], green: false };
}

/** What was found, judged by what was used, and by whom what it would break or close was used. */
async function judged(tx: RegistryTransaction, result: CheckResult, usageDays: number): Promise<{ readonly result: CheckResult; readonly affected: readonly AffectedUse[] }> {
  const coordinates = new Set(result.findings.flatMap((found) => reliedOn(found) ?? []));
  const recent = await recentUse(tx, [...coordinates], usageDays);
  const findings = judgeByUse(result.findings, recent);
  return { result: { ...result, findings, green: findings.every(({ severity }) => severity !== 'ERROR') }, affected: recent.affected };
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
