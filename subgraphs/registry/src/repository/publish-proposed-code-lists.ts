import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SchemaProposal } from '@hub/prisma/registry/generated/client.js';
import { codeListInForce, keptCodeList } from './code-list-in-force.js';
import type { RegistryTransaction } from './database.js';
import { putCodeListVersion } from './put-code-list-version.js';
import { requireListVersion } from './require-list-version.js';
import { contentOf } from './schema-proposal.js';

/**
 * Publishes the code lists of a proposal (5.4.3 c), against just the versions that it was proposed against; in the order of their names, as whoever else publishes lists waits for them.
 *
 * @returns the ids of the versions
 * @throws Refusal SCHEMA_VERSION_MOVED
 */
export async function publishProposedCodeLists(unit: UnitOfWork<RegistryTransaction>, proposal: SchemaProposal, key: KeyFile): Promise<readonly string[]> {
  const { tx } = unit;
  const versionIds: string[] = [];
  for (const { listId, baseVersion, contentHash } of contentOf(proposal).codeLists.toSorted((a, b) => (a.listId < b.listId ? -1 : 1))) {
    await tx.$queryRaw`SELECT id FROM code_list WHERE id = ${listId} FOR UPDATE`;
    const { version } = await codeListInForce(tx, await tx.codeList.findUniqueOrThrow({ where: { id: listId } }));
    requireListVersion(listId, version, baseVersion);
    const next = { content: await keptCodeList(tx, contentHash), reason: proposal.title, proposalId: proposal.id };
    versionIds.push((await putCodeListVersion(unit, next, key)).versionId);
  }
  return versionIds;
}
