import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached, verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { owners } from '@hub/prisma/owner.js';
import type { RegistryDatabase, RegistryTransaction } from './database.js';

const receivers = owners.filter((owner) => owner !== 'registry');

/**
 * Publishes schemas: what differs from the version in force becomes the next version, signed, and every owner is told
 * (5.4.3 c). What is in force already keeps its version; a signature of a lost key is replaced.
 *
 * @param schemas SDL by subgraph
 * @returns the subgraphs of which a new version was published
 */
export async function publishSchemas(
  database: RegistryDatabase,
  schemas: Readonly<Record<string, string>>,
  keyFile: KeyFile,
): Promise<string[]> {
  const [key, jwks] = await Promise.all([keyFile.key(), keyFile.jwks()]);
  return inUnitOfWork(database, { owner: 'registry', at: new Date(), actor: null, causedBy: [] }, async (unit) => {
    await oneAtATime(unit.tx);
    const inForce = await versionsInForce(unit.tx);
    const published: string[] = [];
    for (const [subgraph, sdl] of Object.entries(schemas)) {
      const hash = sha256(sdl);
      const before = inForce.get(subgraph);
      if (before?.contentHash === hash) {
        if (await verifyDetached(jwks, sdl, before.signature)) continue;
        await unit.tx.schemaVersion.update({ where: { id: before.id }, data: { signature: await signDetached(key, sdl) } });
        continue;
      }
      await unit.tx.schemaText.createMany({ data: [{ contentHash: hash, sdl }], skipDuplicates: true });
      const { id, version, holder } = await unit.tx.schemaVersion.create({
        data: {
          subgraph,
          version: (before?.version ?? 0) + 1,
          publishedAt: unit.now,
          contentHash: hash,
          signature: await signDetached(key, sdl),
          holder: 'registry',
        },
      });
      const told = { id, subgraph, version, contentHash: hash };
      unit.emit({
        kind: 'SchemaPublished',
        subjectType: 'SchemaVersion',
        subjectId: id,
        stamps: stampsOf({ holder }),
        receivers: Object.fromEntries(receivers.map((owner) => [owner, told])),
      });
      published.push(subgraph);
    }
    return published;
  });
}

/** Several processes may start at once; the second finds what the first has published. */
async function oneAtATime(tx: RegistryTransaction): Promise<void> {
  await tx.$executeRawUnsafe(`SELECT pg_advisory_xact_lock(hashtext('registry.publish'))`);
}

async function versionsInForce(tx: RegistryTransaction) {
  const versions = await tx.schemaVersion.findMany({ distinct: ['subgraph'], orderBy: [{ subgraph: 'asc' }, { version: 'desc' }] });
  return new Map(versions.map((version) => [version.subgraph, version]));
}
