import { sha256 } from '../hashing/sha-256.js';
import type { RegistrySignature } from '../identity/pinned-keys.js';
import type { InboxHandler } from '../inbox/inbox-handler.js';
import { codeListStatement } from './code-list-statement.js';
import type { CodeListPublished } from './code-list-published.js';

/**
 * Keeps the version of a code list that the registry has published, if it is what it says it is: hash and signature are checked. What is
 * not is passed over, with a line in the log; the version that was kept before stays. So does one that was published later, unless the registry was restored since: then
 * what it tells is all that there is.
 *
 * @param keys the registry's
 */
export function takeInCodeList(keys: RegistrySignature): InboxHandler {
  return async ({ tx }, { id, payload }, log) => {
    const { listId, version, contentHash, content, signature, epoch, ...told } = payload as unknown as CodeListPublished;
    const publishedAt = new Date(told.publishedAt);
    const stated = Number.isNaN(publishedAt.getTime()) ? '' : codeListStatement({ listId, version, publishedAt, contentHash });
    if (sha256(content) !== contentHash || !(await keys.signed(stated, signature)) || listIdOf(content) !== listId) {
      log.error({ event: id, listId, version, pinned: keys.file }, 'a code list is not what the registry has signed; the version kept before stays');
      return;
    }
    await tx.$executeRawUnsafe(
      `INSERT INTO kernel.code_list_snapshot (list_id, version, content_hash, content, signature, published_at, epoch) VALUES ($1, $2, $3, $4, $5, $6::timestamptz, $7)
       ON CONFLICT (list_id) DO UPDATE SET version = excluded.version, content_hash = excluded.content_hash, content = excluded.content, signature = excluded.signature,
         published_at = excluded.published_at, epoch = excluded.epoch
       WHERE code_list_snapshot.epoch <> excluded.epoch OR code_list_snapshot.published_at <= excluded.published_at`,
      listId, version, contentHash, content, signature, publishedAt, epoch,
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
