import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { owners } from '@hub/prisma/owner.js';
import { approvableKinds, kindsToApprove } from '../domain/kinds-to-approve.js';
import { schemaProposalMachine } from '../domain/schema-proposal-machine.js';
import type { ProposeSchemaInput } from '../generated/graphql.js';
import { checkTask } from './check-task.js';
import type { RegistryTransaction } from './database.js';
import { formerSchemas } from './former-schemas.js';
import { errorsFirst, notGreen, requireReadable } from './keep-check.js';
import { operationsInUse } from './operations-in-use.js';
import { requireSubgraph } from './require-subgraph.js';
import { ruleExceptions } from './rule-exceptions.js';
import { schemaLimit, type SchemaPublishing } from './schema-publishing.js';
import { schemasInForce } from './schemas-in-force.js';

/**
 * Proposes a change of one or more subgraphs (5.4.3 c), checked together against what is in force and the operations that clients were built with: what nobody may approve is refused. It is not
 * judged by use: whoever runs a part reads proposals, and is not to learn from them how often others ask.
 */
export function proposeSchema({ check }: SchemaPublishing) {
  return async ({ unit, caller }: ActScope<RegistryTransaction>, input: ProposeSchemaInput): Promise<ActResult> => {
    const { tx } = unit;
    const title = requireText('title', input.title, 200);
    const reason = requireText('reason', input.reason, 1000);
    const texts = await requireChanges(tx, caller, input.changes);
    const subgraphs = Object.keys(texts);
    const inForce = await schemasInForce(tx);
    const changes = Object.entries(texts).map(([subgraph, sdl]) => ({ subgraph, baseVersion: inForce.get(subgraph)?.version ?? 0, contentHash: sha256(sdl) }));
    if (changes.every(({ subgraph, contentHash }) => inForce.get(subgraph)?.contentHash === contentHash)) throw new Refusal('NOTHING_CHANGED', { field: 'changes', parameters: { type: 'SchemaProposal' } });

    const allowed = { former: await formerSchemas(tx, subgraphs), exceptions: await ruleExceptions(tx, unit.now), operations: await operationsInUse(tx), onlyFindings: true };
    const { findings, refusedOperations = [] } = await check(checkTask(inForce, texts, allowed));
    requireReadable(findings, (owner) => `changes.${subgraphs.indexOf(owner)}.sdl`);
    const approvable = ({ kind, severity }: { kind: string; severity: string }) => severity !== 'ERROR' || approvableKinds.includes(kind);
    if (!findings.every(approvable)) throw notGreen({ findings: findings.filter((found) => !approvable(found)) }, 'changes');

    await tx.schemaText.createMany({ data: changes.map(({ subgraph, contentHash }) => ({ contentHash, sdl: texts[subgraph] ?? '' })), skipDuplicates: true });
    const state = kindsToApprove(findings, []).length === 0 ? 'APPROVED' : 'OPEN';
    const { id } = await tx.schemaProposal.create({
      data: {
        ...{ id: randomUUID(), title, reason, changes, findings: errorsFirst(findings), refusedOperations: refusedOperations.map((refused) => ({ ...refused })), holder: 'registry' },
        proposed: { ...actRecord(unit) },
        proposedAt: unit.now,
        ...schemaProposalMachine.begin('proposeSchema', state),
      },
    });
    return { valueId: id };
  };
}

/** The texts by subgraph, each subgraph once. */
async function requireChanges(tx: RegistryTransaction, caller: ActScope['caller'], changes: ProposeSchemaInput['changes']): Promise<Readonly<Record<string, string>>> {
  requireValid(changes.length > 0 && changes.length <= owners.length, 'changes', { en: 'it names no subgraph, or more than there are', 'zh-CN': '未写明子图，或多于现有子图' }, 'labs');
  const texts: Record<string, string> = {};
  for (const [index, change] of changes.entries()) {
    const subgraph = await requireSubgraph(tx, caller, change.subgraph, `changes.${index}.subgraph`);
    requireValid(!(subgraph in texts), `changes.${index}.subgraph`, { en: 'it is named twice', 'zh-CN': '重复写明同一子图' }, owners.join(', '));
    texts[subgraph] = requireText(`changes.${index}.sdl`, change.sdl, schemaLimit);
  }
  return texts;
}
