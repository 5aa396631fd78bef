import type { CodeListPublished } from '@hub/kernel/code-lists/code-list-published.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CodeListVersion } from '@hub/prisma/registry/generated/client.js';
import type { RegistryTransaction } from './database.js';
import { toldOwners } from './told-owners.js';

/** Tells every owner of the version in force of a list (5.4.3 c), whole, so that nobody has to ask the registry. */
export async function tellCodeList(unit: UnitOfWork<RegistryTransaction>, { id, listId, version, publishedAt, contentHash, signature, holder }: CodeListVersion): Promise<void> {
  const { content } = await unit.tx.codeListContent.findUniqueOrThrow({ where: { contentHash } });
  const told: CodeListPublished = { listId, version, publishedAt: publishedAt.toISOString(), contentHash, content, signature, epoch: await logEpoch(unit.tx) };
  unit.emit({ kind: 'CodeListPublished', subjectType: 'CodeListVersion', subjectId: id, stamps: stampsOf({ holder }), receivers: toldOwners(told) });
}

/** The epoch of the registry's log: a restore begins another. */
export async function logEpoch(tx: RegistryTransaction): Promise<string> {
  const [head] = await tx.$queryRaw<{ epoch: string }[]>`SELECT epoch::text FROM kernel.log_head`;
  return head?.epoch ?? '';
}
