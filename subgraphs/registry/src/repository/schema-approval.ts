import { Membership } from '@hub/kernel/identity/membership.js';
import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SchemaProposal } from '@hub/prisma/registry/generated/client.js';
import type { CheckTask } from '@hub/schema/check/check-task.js';
import { reliedOn } from '@hub/schema/check/judge-by-use.js';
import type { RefusedOperation } from '@hub/schema/check/refused-operations.js';
import type { FindingKind, SchemaFinding } from '@hub/schema/check/schema-finding.js';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { whyUncounted } from '../domain/why-uncounted.js';
import type { RegistryTransaction } from './database.js';
import { usersBehind } from './registry-token.js';
import { usersBehindChange, type ChangedContent } from './users-behind-change.js';

/** That findings of some kinds may pass, as it is kept with the check or the proposal. */
export interface SchemaApproval {
  readonly kinds: readonly FindingKind[];
  readonly approved: ActRecord;
  readonly reason: string;
}

/** An approval with what it was given of. */
interface GivenApproval extends SchemaApproval {
  /** The check or the proposal, by name. */
  readonly of: Bilingual;
  /** Ids of the registered operations that stood there as refused. */
  readonly operations: readonly string[];
  /** What clients rely on and would break, of the errors that stood there. */
  readonly broken: readonly string[];
}

/** What is approved of a change, and what seems so. */
export interface ApprovalsOfChange {
  /** By kind of finding, who has approved it. */
  readonly approved: CheckTask['approved'];
  /** By kind, whose approvals count for nothing and why, where no other counts. */
  readonly uncounted: Readonly<Partial<Record<FindingKind, { readonly by: string; readonly why: Bilingual }>>>;
  /** Ids of the registered operations of which those who approved what breaks clients knew: what was registered since stood before nobody. */
  readonly operations: readonly string[];
  /** What clients rely on, of the errors that stood before those who approved what breaks clients: what only came to be used since was a warning to them. */
  readonly broken: readonly string[];
}

type Tx = Pick<RegistryTransaction, 'registryToken' | 'schemaCheck' | 'schemaProposal'>;

/**
 * What is approved of a change (5.4.3 a): whatever was approved of a proposal that holds it, and of checks of just its text where it is one subgraph's, against just the versions in force. Nobody's approval counts who is
 * behind any check or proposal of it, or has it published or checked now: else two could each let pass what the other wants. Nor does an approval outlive its approver's role, or its time.
 */
export async function approvalsOf(unit: UnitOfWork<RegistryTransaction>, change: ChangedContent, proposal: SchemaProposal | null): Promise<ApprovalsOfChange> {
  const given = [...(await givenOfChecks(unit.tx, change)), ...(proposal ? givenOfProposal(proposal) : [])];
  if (given.length === 0) return { approved: {}, uncounted: {}, operations: [], broken: [] };
  const behind = new Set([...(await usersBehindChange(unit.tx, change)), ...(await usersBehind(unit.tx, [unit.actor]))]);
  const judged = await Promise.all(given.map(async (each) => ({ ...each, why: whyUncounted({ ...each.approved, inRole: await actsStill(unit, each.approved) }, behind, unit.now) })));
  const counted = judged.filter(({ why }) => why === undefined);
  const approved = Object.fromEntries(counted.flatMap((each) => each.kinds.map((kind) => [kind, told(each)] as const)));
  const uncounted = judged.flatMap(({ kinds, approved: { userId: by }, why }) => (why ? kinds.filter((kind) => !(kind in approved)).map((kind) => [kind, { by, why }] as const) : []));
  const breaking = counted.filter(({ kinds }) => kinds.includes('BREAKING'));
  return {
    approved,
    uncounted: Object.fromEntries(uncounted),
    operations: breaking.flatMap(({ operations }) => operations),
    broken: breaking.flatMap(({ broken }) => broken),
  };
}

/** Whether who approved belongs to the party in that role still, and in whose stead it was. */
async function actsStill({ tx }: UnitOfWork<RegistryTransaction>, { userId, onBehalfOf, partyId, role, roleMapping }: ActRecord): Promise<boolean> {
  return (await new Membership(tx, null).callerNow({ userId, onBehalfOf, partyId, role, roleMapping }, undefined)) !== undefined;
}

async function givenOfChecks(tx: Tx, { changes, codeLists }: ChangedContent): Promise<readonly GivenApproval[]> {
  const [text, ...others] = changes;
  if (!text || others.length + codeLists.length > 0) return [];
  const { subgraph, baseVersion, contentHash } = text;
  const checks = await tx.schemaCheck.findMany({ where: { subgraph, baseVersion, contentHash, NOT: { approvals: { equals: [] } } }, select: { id: true, approvals: true, findings: true, refusedOperations: true } });
  return checks.flatMap((check) => givenOf(check, { en: `check ${check.id}`, 'zh-CN': `检查 ${check.id}` }));
}

function givenOfProposal(proposal: SchemaProposal): readonly GivenApproval[] {
  return givenOf(proposal, { en: `proposal ${proposal.id}`, 'zh-CN': `提案 ${proposal.id}` });
}

/** The approvals of a check or a proposal, with what stood there. */
function givenOf(kept: { readonly approvals: unknown; readonly findings: unknown; readonly refusedOperations: unknown }, of: Bilingual): readonly GivenApproval[] {
  const operations = (kept.refusedOperations as readonly RefusedOperation[]).map(({ operationId }) => operationId);
  const broken = (kept.findings as readonly SchemaFinding[]).flatMap((found) => (found.kind === 'BREAKING' && found.severity === 'ERROR' ? (reliedOn(found) ?? []) : []));
  return (kept.approvals as readonly SchemaApproval[]).map((approval) => ({ ...approval, of, operations, broken }));
}

function told({ approved: { userId, partyId }, of }: GivenApproval): Bilingual {
  return { en: `approved by ${userId} of ${partyId} (${of.en})`, 'zh-CN': `由 ${partyId} 的 ${userId} 批准（${of['zh-CN']}）` };
}
