import { sha256 } from '../hashing/sha-256.js';
import type { RegistrySignature } from '../identity/pinned-keys.js';
import type { InboxHandler } from '../inbox/inbox-handler.js';
import { attestedText } from './attested-text.js';
import type { SchemaPublished } from './schema-published.js';

/** The epoch of the registry's log that is being read: the place in it is kept before its events are taken in. */
const epoch = "(SELECT epoch FROM kernel.inbox_cursor WHERE source = 'registry')";

/**
 * Keeps the version of this owner's schema that the registry has published, if it is what it says it is: hash, subgraph and version are
 * attested by the registry's key. What is not is passed over, with a line in the log; the version that was kept before stays. So does a later one, unless the registry was restored since: then
 * what its log tells is all that there is.
 *
 * @param keys the registry's
 * @param onRefused told the number of a version that was passed over, and the epoch of the log that told it
 */
export function takeInTerms(owner: string, keys: RegistrySignature, onRefused: (version: number, epoch: string | null) => void): InboxHandler {
  return async ({ tx }, { id, payload }, log) => {
    const { subgraph, version, contentHash, sdl, attestation } = (payload ?? {}) as Partial<SchemaPublished>;
    if (subgraph !== owner || version === undefined || contentHash === undefined || sdl === undefined || attestation === undefined) return;
    if (sha256(sdl) !== contentHash || !(await keys.signed(attestedText({ subgraph, version, contentHash }), attestation))) {
      log.error({ event: id, subgraph, version, pinned: keys.file }, 'a schema is not what the registry has signed; the terms in force stay');
      const [read] = await tx.$queryRawUnsafe<{ epoch: string | null }[]>(`SELECT ${epoch}::text AS epoch`);
      onRefused(version, read?.epoch ?? null);
      return;
    }
    await tx.$executeRawUnsafe(
      `INSERT INTO kernel.terms_snapshot (subgraph, version, content_hash, sdl, attestation, epoch) VALUES ($1, $2, $3, $4, $5, ${epoch})
       ON CONFLICT (subgraph) DO UPDATE SET version = excluded.version, content_hash = excluded.content_hash, sdl = excluded.sdl, attestation = excluded.attestation, epoch = excluded.epoch
       WHERE terms_snapshot.epoch IS DISTINCT FROM excluded.epoch OR terms_snapshot.version <= excluded.version`,
      subgraph, version, contentHash, sdl, attestation,
    );
  };
}
