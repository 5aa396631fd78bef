import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { codeListContent } from '../domain/code-list-content.js';
import type { PublishCodeListInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { putCodeListVersion } from './put-code-list-version.js';

/** Publishes the next version of a code list (5.4.3 c), whole, by a data steward, with the reason. */
export function publishCodeList(keyFile: KeyFile) {
  return async ({ unit, admit }: ActScope<RegistryTransaction>, input: PublishCodeListInput): Promise<ActResult> => {
    const { tx } = unit;
    // One version at a time: the second finds the revision of the first.
    await tx.$queryRaw`SELECT id FROM code_list WHERE id = ${input.listId} FOR UPDATE`;
    const found = await tx.codeList.findUnique({ where: { id: input.listId } });
    const list = admit(found, { type: 'CodeList', id: input.listId, field: 'listId', expectedRevision: input.expectedRevision });
    const reason = requireText('reason', input.reason, 1000);
    const { contentHash } = await tx.codeListVersion.findUniqueOrThrow({ where: { id: list.currentId } });
    const kept = await tx.codeListContent.findUniqueOrThrow({ where: { contentHash } });
    const content = codeListContent(list, input.codes, JSON.parse(kept.content) as CodeListContent);
    if (sha256(canonicalJson(content)) === contentHash) throw new Refusal('NOTHING_CHANGED', { field: 'codes', parameters: { type: 'CodeList' } });
    await putCodeListVersion(unit, content, reason, keyFile);
    return { valueId: list.id };
  };
}
