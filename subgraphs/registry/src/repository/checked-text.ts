import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SchemaProposal } from '@hub/prisma/registry/generated/client.js';
import type { CheckResult } from '@hub/schema/check/check-task.js';
import { judgeByUse, reliedOn } from '@hub/schema/check/judge-by-use.js';
import { operationFinding } from '@hub/schema/check/refused-operations.js';
import { notPassed, type SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { checkTask } from './check-task.js';
import { checkedWithFormer } from './checked-with-former.js';
import type { RegistryTransaction } from './database.js';
import { operationsInUse } from './operations-in-use.js';
import { recentUse, type AffectedUse } from './recent-use.js';
import { retiredFindings } from './require-not-retired.js';
import { ruleExceptions } from './rule-exceptions.js';
import { approvalsOf, type ApprovalsOfChange } from './schema-approval.js';
import type { SchemaPublishing } from './schema-publishing.js';
import type { SchemaInForce } from './schemas-in-force.js';
import { withUncounted } from './uncounted-approvals.js';

/** What a check of the text of one subgraph came to. */
export interface CheckedText {
  readonly result: CheckResult;
  readonly approvals: ApprovalsOfChange;
  /** By whom what it would break or close was used. */
  readonly affected: readonly AffectedUse[];
}

/**
 * Checks the text of a subgraph against what is in force, the operations that clients were built with and what they asked, by all that is approved of it and excepted in writing.
 * @param text with the approved proposal of just this text, if what it lets pass is to pass
 */
export async function checkedText(
  unit: UnitOfWork<RegistryTransaction>,
  { subgraph, sdl, proposal }: { readonly subgraph: string; readonly sdl: string; readonly proposal: SchemaProposal | null },
  inForce: ReadonlyMap<string, SchemaInForce>,
  { check, usageDays }: Pick<SchemaPublishing, 'check' | 'usageDays'>,
): Promise<CheckedText> {
  const contentHash = sha256(sdl);
  const baseVersion = inForce.get(subgraph)?.version ?? 0;
  const approvals = await approvalsOf(unit, { changes: [{ subgraph, baseVersion, contentHash }], codeLists: [] }, proposal);
  const exceptions = await ruleExceptions(unit.tx, unit.now);
  const operations = await operationsInUse(unit.tx);
  const task = checkTask(inForce, { [subgraph]: sdl }, { approved: approvals.approved, exceptions, operations });
  const retired = inForce.get(subgraph)?.contentHash === contentHash ? [] : await retiredFindings(unit.tx, { subgraph, contentHash });
  const checked = withMore(withoutUnseen(await checkedWithFormer(unit.tx, check, task), approvals.operations), retired);
  const { result, affected } = await judged(unit.tx, withoutUnjudged(checked, approvals.broken), usageDays);
  return { result: { ...result, findings: withUncounted(result.findings, approvals) }, approvals, affected };
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

/** What was found, with no approval for what none of those who approved had before them as an error: unused, it was a warning, and passes for as long as it is. @param broken what they had */
function withoutUnjudged(result: CheckResult, broken: readonly string[]): CheckResult {
  const isUnjudged = (found: SchemaFinding) => {
    const coordinate = found.kind === 'BREAKING' && found.letPass !== null ? reliedOn(found) : undefined;
    return coordinate !== undefined && !broken.includes(coordinate);
  };
  return { ...result, findings: result.findings.map((found) => (isUnjudged(found) ? notPassed(found) : found)) };
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
