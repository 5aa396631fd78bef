import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { codeListStatement } from '@hub/kernel/code-lists/code-list-statement.js';
import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached, verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { inUnitOfWork, type UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CodeListVersion } from '@hub/prisma/registry/generated/client.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { regionContent, regionListId } from '@hub/schema/code-lists/region-list.js';
import { carriedOn } from '../domain/carried-on.js';
import type { RegistryDatabase, RegistryTransaction } from './database.js';
import { putCodeListVersion } from './put-code-list-version.js';
import { logEpoch, tellCodeList } from './tell-code-list.js';

/**
 * Publishes the lists that come with the hub: a list that is not there yet begins with them, and one that no steward has
 * changed follows the hub's next edition, in which no code vanishes. A steward's version stays. A signature of a lost key is replaced.
 *
 * @returns the lists of which a version was published
 */
export async function publishFirstCodeLists(database: RegistryDatabase, lists: readonly CodeListContent[], keyFile: KeyFile): Promise<string[]> {
  const jwks = await keyFile.jwks();
  return inUnitOfWork(database, { owner: 'registry', at: new Date(), actor: null, causedBy: [] }, async (unit) => {
    const { tx } = unit;
    // Several processes may start at once; the second finds what the first has published.
    await tx.$executeRawUnsafe(`SELECT pg_advisory_xact_lock(hashtext('registry.publish'))`);
    const published: string[] = [];
    for (const list of lists) {
      await tx.$queryRaw`SELECT id FROM code_list WHERE id = ${list.id} FOR UPDATE`;
      const inForce = await versionInForce(tx, list.id);
      const ofSteward = inForce !== null && (inForce.published as unknown as ActRecord).partyId !== unit.actor.partyId;
      const edition = inForce === null ? list : carriedOn(list, await contentOf(tx, inForce), dayInShanghai(unit.now));
      if (inForce && (ofSteward || inForce.contentHash === sha256(canonicalJson(edition)))) {
        await keepTold(unit, inForce, keyFile, jwks);
        continue;
      }
      const reason = inForce === null ? 'The list comes with the hub.' : 'The list comes with this edition of the hub.';
      await putCodeListVersion(unit, { content: edition, reason }, keyFile);
      published.push(list.id);
    }
    return published;
  });
}

/**
 * The same for the regions, a list of more than a megabyte, which is made only where it has changed or is not there yet.
 *
 * @param changed whether the hub has brought others along
 */
export async function publishFirstRegions(database: RegistryDatabase, changed: boolean, keyFile: KeyFile): Promise<void> {
  const list = await database.codeList.findUnique({ where: { id: regionListId } });
  if (changed || !list) return void (await publishFirstCodeLists(database, [regionContent()], keyFile));
  const jwks = await keyFile.jwks();
  await inUnitOfWork(database, { owner: 'registry', at: new Date(), actor: null, causedBy: [] }, async (unit) => {
    await unit.tx.$queryRaw`SELECT id FROM code_list WHERE id = ${regionListId} FOR UPDATE`;
    const inForce = await versionInForce(unit.tx, regionListId);
    if (inForce) await keepTold(unit, inForce, keyFile, jwks);
  });
}

async function versionInForce(tx: RegistryTransaction, listId: string) {
  const list = await tx.codeList.findUnique({ where: { id: listId } });
  return list && (await tx.codeListVersion.findUniqueOrThrow({ where: { id: list.currentId } }));
}

async function contentOf(tx: RegistryTransaction, { contentHash }: CodeListVersion): Promise<CodeListContent> {
  const { content } = await tx.codeListContent.findUniqueOrThrow({ where: { contentHash } });
  return JSON.parse(content) as CodeListContent;
}

/**
 * Owners are told again of a version in force where they could not verify it, for it was signed by a key that is lost, and where the registry was restored: they may have kept a
 * later one, which does not exist any more.
 */
async function keepTold(unit: UnitOfWork<RegistryTransaction>, inForce: CodeListVersion, keyFile: KeyFile, jwks: Awaited<ReturnType<KeyFile['jwks']>>): Promise<void> {
  const { tx } = unit;
  const { id, signature } = inForce;
  const signed = await verifyDetached(jwks, codeListStatement(inForce), signature);
  if (signed && (await toldInEpoch(tx, id)) === (await logEpoch(tx))) return;
  const renewed = signed ? signature : await signDetached(await keyFile.key(), codeListStatement(inForce));
  if (!signed) await tx.codeListVersion.update({ where: { id }, data: { signature: renewed } });
  await tellCodeList(unit, { ...inForce, signature: renewed });
}

/** The epoch of the log in which owners were told of a version last; null where they never were. */
async function toldInEpoch(tx: RegistryTransaction, versionId: string): Promise<string | null> {
  const [told] = await tx.$queryRaw<{ epoch: string | null }[]>`
    SELECT payloads->'exchange'->>'epoch' AS epoch FROM kernel.event WHERE kind = 'CodeListPublished' AND subject_id = ${versionId} ORDER BY position DESC LIMIT 1`;
  return told?.epoch ?? null;
}
