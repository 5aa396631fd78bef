import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached, verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { inUnitOfWork, type UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CodeListVersion } from '@hub/prisma/registry/generated/client.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import type { RegistryDatabase, RegistryTransaction } from './database.js';
import { putCodeListVersion } from './put-code-list-version.js';
import { toldOwners } from './told-owners.js';

/**
 * Publishes the lists that come with the hub: a list that is not there yet begins with them, and one that no steward has
 * changed follows the hub's next edition. A steward's version stays. A signature of a lost key is replaced.
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
      if (inForce && (ofSteward || inForce.contentHash === sha256(canonicalJson(list)))) {
        await keepSigned(unit, inForce, keyFile, jwks);
        continue;
      }
      await putCodeListVersion(unit, list, inForce === null ? 'The list comes with the hub.' : 'The list comes with this edition of the hub.', keyFile);
      published.push(list.id);
    }
    return published;
  });
}

async function versionInForce(tx: RegistryTransaction, listId: string) {
  const list = await tx.codeList.findUnique({ where: { id: listId } });
  return list && (await tx.codeListVersion.findUniqueOrThrow({ where: { id: list.currentId } }));
}

/** Owners are told of the new signature: by the lost key they could not verify what they have not taken in yet. */
async function keepSigned(unit: UnitOfWork<RegistryTransaction>, { id, listId, version, contentHash, signature, holder }: CodeListVersion, keyFile: KeyFile, jwks: Awaited<ReturnType<KeyFile['jwks']>>): Promise<void> {
  const { tx } = unit;
  const { content } = await tx.codeListContent.findUniqueOrThrow({ where: { contentHash } });
  if (await verifyDetached(jwks, content, signature)) return;
  const renewed = await signDetached(await keyFile.key(), content);
  await tx.codeListVersion.update({ where: { id }, data: { signature: renewed } });
  unit.emit({
    kind: 'CodeListPublished',
    subjectType: 'CodeListVersion',
    subjectId: id,
    stamps: stampsOf({ holder }),
    receivers: toldOwners({ listId, version, contentHash, content, signature: renewed }),
  });
}
