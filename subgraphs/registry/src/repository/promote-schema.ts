import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { SchemaVersion } from '@hub/prisma/registry/generated/client.js';
import { approvedByNobody } from '../domain/approved-by-nobody.js';
import { approvableKinds } from '../domain/kinds-to-approve.js';
import type { PromoteSchemaInput } from '../generated/graphql.js';
import { supergraph } from './built-schemas.js';
import { checkedText } from './checked-text.js';
import type { RegistryTransaction } from './database.js';
import { notGreen } from './keep-check.js';
import { putWithSupergraph } from './put-with-supergraph.js';
import { requireNotRetired } from './require-not-retired.js';
import { requireSteward } from './require-subgraph.js';
import { requireVersion } from './require-version.js';
import type { SchemaPublishing } from './schema-publishing.js';
import { oneAtATime, schemasInForce } from './schemas-in-force.js';
import { requireCounted } from './uncounted-approvals.js';

/** Milliseconds for which a steward takes back alone what was published last, whatever that opens, takes or breaks: something has gone wrong with it. */
const undoneWithin = 24 * 3_600_000;

/**
 * Whether bringing a version back undoes what was published just now: it is the one before, and that is less than a day old. What was brought back itself is not undone so: a steward who
 * went to and fro would narrow and widen as he likes, and begin a new day each time.
 */
async function undoes(tx: RegistryTransaction, older: SchemaVersion, inForceId: string | undefined, now: Date): Promise<boolean> {
  const last = inForceId === undefined ? null : await tx.schemaVersion.findUnique({ where: { id: inForceId } });
  return last !== null && last.promotedFromId === null && older.version === last.version - 1 && now.getTime() - last.publishedAt.getTime() < undoneWithin;
}

/**
 * Brings an older version back as the next one, terms and all (5.4.3 c): it kept the rules of the contract once, and must compose. What it opens, takes or breaks by now, registered operations included, needs the
 * approvals of a check of its text, as of a publication (5.4.3 a), unless it undoes what was published within a day.
 */
export function promoteSchema(publishing: SchemaPublishing) {
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
    // Whoever else publishes waits for this one, and it waits for no queue of others: something may have gone wrong.
    const first: typeof publishing.check = (task) => publishing.check(task, { first: true, ahead: true });
    const { result, approvals } = await checkedText(unit, { subgraph, sdl, proposal: null }, inForce, { ...publishing, check: first });
    const unapproved = (await undoes(unit.tx, older, before?.id, unit.now)) ? [] : result.findings.filter(({ kind, severity }) => severity === 'ERROR' && approvableKinds.includes(kind));
    const stands = [...approvedByNobody(result.findings), ...unapproved];
    requireCounted(stands, approvals, 'versionId');
    if (result.supergraphSdl === undefined || stands.length > 0) throw notGreen({ findings: stands }, 'versionId');
    const [valueId = ''] = await putWithSupergraph(unit, [{ subgraph, sdl, promotedFromId: older.id }], { inForce, supergraphSdl: result.supergraphSdl, key: publishing.key, reason });
    return { valueId };
  };
}
