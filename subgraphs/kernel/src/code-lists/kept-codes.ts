import type { CodeEntry, CodeListContent } from '@hub/schema/code-lists/code-list.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** The content of each list that was read last, for all owners of a process: they keep the same, and it changes once in a year. */
const last = new Map<string, { readonly hash: string; readonly codes: readonly CodeEntry[] }>();

/** The codes of a list as this owner has heard of it by the transaction; undefined where it has heard of none. */
export async function keptCodes(tx: Transaction, listId: string): Promise<readonly CodeEntry[] | undefined> {
  // As it is when the question is sent: another owner may have heard of another version before the answer comes.
  const known = last.get(listId);
  const [kept] = await tx.$queryRawUnsafe<{ hash: string; content: string | null }[]>(
    'SELECT content_hash AS hash, CASE WHEN content_hash IS DISTINCT FROM $2 THEN content END AS content FROM kernel.code_list_snapshot WHERE list_id = $1',
    listId,
    known?.hash ?? null,
  );
  if (!kept) return undefined;
  if (kept.content === null) return known?.codes;
  const { codes } = JSON.parse(kept.content) as CodeListContent;
  last.set(listId, { hash: kept.hash, codes });
  return codes;
}
