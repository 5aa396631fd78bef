import { join } from 'node:path';
import type { CodeListPublished } from '@hub/kernel/code-lists/code-list-published.js';
import { codeListStatement } from '@hub/kernel/code-lists/code-list-statement.js';
import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import { keyFile } from '@hub/kernel/identity/key-file.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import type { ExchangeDatabase } from '../src/repository/database.js';

/** The registry of an exchange under test, as far as it publishes code lists: signed with its key, each version later than those before. */
export function listPublisher(hub: SubgraphUnderTest<ExchangeDatabase>) {
  const key = keyFile(join(hub.environment.dataDir, 'registry-key.json'));
  let published = 0;
  const signed = async (content: string, { listId, version }: { readonly listId: string; readonly version: number }): Promise<CodeListPublished> => {
    await key.create();
    const publishedAt = new Date(Date.UTC(2026, 0, 1, 0, (published += 1)));
    const contentHash = sha256(content);
    const signature = await signDetached(await key.key(), codeListStatement({ listId, version, publishedAt, contentHash }));
    return { listId, version, publishedAt: publishedAt.toISOString(), contentHash, content, signature, epoch: 'an epoch' };
  };
  /** Tells of a version, whatever it is. */
  const tell = async (told: CodeListPublished): Promise<void> => {
    const registry = hub.logOf('registry');
    registry.serveKeys(await key.jwks());
    registry.say({ kind: 'CodeListPublished', subjectType: 'CodeListVersion', subjectId: `${told.listId}@${told.version}`, payload: { ...told } });
  };
  return {
    signed,
    tell,
    async publish(version: number, content: CodeListContent, changes: Partial<CodeListPublished> = {}): Promise<void> {
      await tell({ ...(await signed(canonicalJson(content), { listId: content.id, version })), ...changes });
    },
  };
}
