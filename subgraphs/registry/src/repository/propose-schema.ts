import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { owners } from '@hub/prisma/owner.js';
import type { CheckResult } from '@hub/schema/check/check-task.js';
import { approvableKinds, kindsToApprove } from '../domain/kinds-to-approve.js';
import { schemaProposalMachine } from '../domain/schema-proposal-machine.js';
import type { ProposeSchemaInput } from '../generated/graphql.js';
import { checkTask } from './check-task.js';
import { checkedWithFormer } from './checked-with-former.js';
import type { RegistryTransaction } from './database.js';
import { errorsFirst, notGreen, requireReadable } from './keep-check.js';
import { operationsInUse } from './operations-in-use.js';
import { proposeCodeLists } from './propose-code-lists.js';
import { requireNotRetired } from './require-not-retired.js';
import { requireSteward, requireSubgraph } from './require-subgraph.js';
import { ruleExceptions } from './rule-exceptions.js';
import { schemaLimit, type SchemaPublishing } from './schema-publishing.js';
import { schemasInForce } from './schemas-in-force.js';

/**
 * Proposes a change of one or more subgraphs, or of code lists (5.4.3 c), checked together against what is in force and the operations that clients were built
 * with: what nobody may approve is refused, and a text that was retired. It is not judged by use: whoever runs a part reads proposals, and is not to learn from them how often others ask.
 */
export function proposeSchema({ check }: SchemaPublishing) {
  return async ({ unit, caller }: ActScope<RegistryTransaction>, input: ProposeSchemaInput): Promise<ActResult> => {
    const { tx } = unit;
    const title = requireText('title', input.title, 200);
    const reason = requireText('reason', input.reason, 1000);
    const { changes: proposed = [], codeLists = [] } = input;
    requireValid(proposed.length + codeLists.length > 0, 'changes', { en: 'it names neither a subgraph nor a code list', 'zh-CN': '未写明子图或代码表' }, 'labs');
    if (codeLists.length > 0) await requireSteward(tx, caller, 'codeLists');
    const texts = await requireChanges(tx, caller, proposed);
    const inForce = await schemasInForce(tx);
    const changes = Object.entries(texts).map(([subgraph, sdl]) => ({ subgraph, baseVersion: inForce.get(subgraph)?.version ?? 0, contentHash: sha256(sdl) }));
    const isInForce = ({ subgraph, contentHash }: (typeof changes)[number]) => inForce.get(subgraph)?.contentHash === contentHash;
    if (changes.length > 0 && changes.every(isInForce)) throw new Refusal('NOTHING_CHANGED', { field: 'changes', parameters: { type: 'SchemaProposal' } });
    for (const [index, change] of changes.entries()) if (!isInForce(change)) await requireNotRetired(tx, change, `changes.${index}.sdl`);
    const lists = await proposeCodeLists(tx, codeLists);
    const { findings: found, refusedOperations = [] } = changes.length === 0 ? { findings: [] } : await checkedTogether(unit, check, inForce, texts);
    const findings = [...found, ...lists.findings];

    await tx.schemaText.createMany({ data: changes.map(({ subgraph, contentHash }) => ({ contentHash, sdl: texts[subgraph] ?? '' })), skipDuplicates: true });
    const state = kindsToApprove(findings, []).length === 0 ? 'APPROVED' : 'OPEN';
    const { id } = await tx.schemaProposal.create({
      data: {
        ...{ id: randomUUID(), title, reason, holder: 'registry' },
        ...{ proposed: { ...actRecord(unit) }, proposedAt: unit.now },
        changes,
        codeLists: lists.codeLists.map((list) => ({ ...list, fields: [...list.fields] })),
        findings: errorsFirst(findings),
        refusedOperations: refusedOperations.map((refused) => ({ ...refused })),
        ...schemaProposalMachine.begin('proposeSchema', state),
      },
    });
    return { valueId: id };
  };
}

/** What the check of all texts together finds. @throws Refusal SCHEMA_UNREADABLE, SCHEMA_NOT_GREEN where nobody could approve it */
async function checkedTogether(
  { tx, now }: ActScope<RegistryTransaction>['unit'],
  check: SchemaPublishing['check'],
  inForce: Parameters<typeof checkTask>[0],
  texts: Readonly<Record<string, string>>,
): Promise<CheckResult> {
  const subgraphs = Object.keys(texts);
  const allowed = { exceptions: await ruleExceptions(tx, now), operations: await operationsInUse(tx), onlyFindings: true };
  const result = await checkedWithFormer(tx, check, checkTask(inForce, texts, allowed));
  requireReadable(result.findings, (owner) => `changes.${subgraphs.indexOf(owner)}.sdl`);
  const approvable = ({ kind, severity }: { kind: string; severity: string }) => severity !== 'ERROR' || approvableKinds.includes(kind);
  if (!result.findings.every(approvable)) throw notGreen({ findings: result.findings.filter((found) => !approvable(found)) }, 'changes');
  return result;
}

/** The texts by subgraph, each subgraph once. */
async function requireChanges(tx: RegistryTransaction, caller: ActScope['caller'], changes: NonNullable<ProposeSchemaInput['changes']>): Promise<Readonly<Record<string, string>>> {
  requireValid(changes.length <= owners.length, 'changes', { en: 'it names more subgraphs than there are', 'zh-CN': '多于现有子图' }, 'labs');
  const texts: Record<string, string> = {};
  for (const [index, change] of changes.entries()) {
    const subgraph = await requireSubgraph(tx, caller, change.subgraph, `changes.${index}.subgraph`);
    requireValid(!(subgraph in texts), `changes.${index}.subgraph`, { en: 'it is named twice', 'zh-CN': '重复写明同一子图' }, owners.join(', '));
    texts[subgraph] = requireText(`changes.${index}.sdl`, change.sdl, schemaLimit);
  }
  return texts;
}
