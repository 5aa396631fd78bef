import type { JSONWebKeySet } from 'jose';
import { sha256 } from '../hashing/sha-256.js';
import { verifyDetached } from '../identity/detached-signature.js';
import type { InboxHandler } from '../inbox/inbox-handler.js';
import type { CodeListPublished } from './code-list-published.js';

/**
 * Keeps the version of a code list that the registry has published, if it is what it says it is: hash and signature are checked. What is
 * not is passed over, with a line in the log; the version that was kept before stays.
 *
 * @param keys the registry's public keys
 */
export function takeInCodeList(keys: () => Promise<JSONWebKeySet>): InboxHandler {
  return async ({ tx }, { id, payload }, log) => {
    const { listId, version, contentHash, content, signature } = payload as unknown as CodeListPublished;
    if (sha256(content) !== contentHash || !(await verifyDetached(await keys(), content, signature)) || listIdOf(content) !== listId) {
      log.error({ event: id, listId, version }, 'a code list is not what the registry has signed; the version kept before stays');
      return;
    }
    await tx.$executeRawUnsafe(
      `INSERT INTO kernel.code_list_snapshot (list_id, version, content_hash, content, signature) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (list_id) DO UPDATE SET version = excluded.version, content_hash = excluded.content_hash, content = excluded.content, signature = excluded.signature
       WHERE code_list_snapshot.version <= excluded.version`,
      listId, version, contentHash, content, signature,
    );
  };
}

/** Of which list a content is; undefined where it is none, as where something else was signed by the same key. */
function listIdOf(content: string): unknown {
  try {
    return (JSON.parse(content) as { id?: unknown } | null)?.id;
  } catch {
    return undefined;
  }
}
