import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { SchemaVersion } from '@hub/prisma/registry/generated/client.js';
import { approvedByNobody } from '../domain/approved-by-nobody.js';
import type { PromoteSchemaInput } from '../generated/graphql.js';
import { supergraph } from './built-schemas.js';
import { checkTask } from './check-task.js';
import { checkedWithFormer } from './checked-with-former.js';
import type { RegistryTransaction } from './database.js';
import { notGreen } from './keep-check.js';
import { putWithSupergraph } from './put-with-supergraph.js';
import { requireNotRetired } from './require-not-retired.js';
import { requireSteward } from './require-subgraph.js';
import { requireVersion } from './require-version.js';
import { approvalsOf } from './schema-approval.js';
import type { SchemaPublishing } from './schema-publishing.js';
import { oneAtATime, schemasInForce } from './schemas-in-force.js';
import { requireCounted } from './uncounted-approvals.js';

/** Milliseconds for which a steward takes back alone what was published last, whatever that opens again: something has gone wrong with it. */
const undoneWithin = 24 * 3_600_000;

/** Whether bringing a version back undoes what was published just now: it is the one before, and that is less than a day old. */
async function undoes(tx: RegistryTransaction, older: SchemaVersion, inForceId: string | undefined, now: Date): Promise<boolean> {
  const last = inForceId === undefined ? null : await tx.schemaVersion.findUnique({ where: { id: inForceId } });
  return last !== null && older.version === last.version - 1 && now.getTime() - last.publishedAt.getTime() < undoneWithin;
}

/**
 * Brings an older version back as the next one, terms and all (5.4.3 c): it was approved once, so that it must compose. What it opens that was closed since needs the approval of a
 * check of its text (5.4.3 a), unless it undoes what was published within a day.
 */
export function promoteSchema({ check, key }: SchemaPublishing) {
  return async ({ unit, caller, admit }: ActScope<RegistryTransaction>, input: PromoteSchemaInput): Promise<ActResult> => {
    await requireSteward(unit.tx, caller, 'versionId');
    const reason = requireText('reason', input.reason, 1000);
    const older = admit(await unit.tx.schemaVersion.findUnique({ where: { id: input.versionId } }), { type: 'SchemaVersion', id: input.versionId, field: 'versionId' });
    const { subgraph, contentHash } = older;
    requireValid(subgraph !== supergraph, 'versionId', { en: 'it is a version of the supergraph, which follows from its subgraphs', 'zh-CN': '这是超图的版本，超图由各子图合成' }, {
      en: 'the id of a version of a subgraph',
      'zh-CN': '子图版本的标识',
    });
    await oneAtATime(unit.tx);
    await requireNotRetired(unit.tx, older, 'versionId');
    const inForce = await schemasInForce(unit.tx);
    const before = inForce.get(subgraph);
    requireVersion(subgraph, before, input.expectedVersion);
    if (before?.contentHash === contentHash) return { valueId: before.id };
    const { sdl } = await unit.tx.schemaText.findUniqueOrThrow({ where: { contentHash } });
    const approvals = await approvalsOf(unit, { changes: [{ subgraph, contentHash, baseVersion: before?.version ?? 0 }], codeLists: [] }, null);
    const result = await checkedWithFormer(unit.tx, check, checkTask(inForce, { [subgraph]: sdl }, { approved: approvals.approved }), { first: true });
    const widened = (await undoes(unit.tx, older, before?.id, unit.now)) ? [] : result.findings.filter(({ kind, severity }) => kind === 'WIDENED' && severity === 'ERROR');
    const stands = [...approvedByNobody(result.findings), ...widened];
    requireCounted(stands, approvals, 'versionId');
    if (result.supergraphSdl === undefined || stands.length > 0) throw notGreen({ findings: stands }, 'versionId');
    const [valueId = ''] = await putWithSupergraph(unit, [{ subgraph, sdl, promotedFromId: older.id }], { inForce, supergraphSdl: result.supergraphSdl, key, reason });
    return { valueId };
  };
}
