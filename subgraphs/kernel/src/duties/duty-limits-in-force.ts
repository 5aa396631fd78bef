import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { dutyLimitListId, dutyLimitsOf, type DutyLimits } from '@hub/schema/code-lists/duty-limit-codes.js';
import { dayInShanghai } from '../calendar/day-in-shanghai.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** The content that was read last, for all owners of a process: they keep the same, and it changes once in a year. */
let last: { readonly hash: string; readonly codes: CodeListContent['codes'] } | undefined;

/** The limits of duties (时限, 5.4.3 b) at a time: as a steward has published them and this owner has heard, else as they come with the hub. */
export async function dutyLimitsInForce(tx: Transaction, at: Date): Promise<DutyLimits> {
  // As it is when the question is sent: another owner may have heard of another version before the answer comes.
  const known = last;
  const [kept] = await tx.$queryRawUnsafe<{ hash: string; content: string | null }[]>(
    'SELECT content_hash AS hash, CASE WHEN content_hash IS DISTINCT FROM $2 THEN content END AS content FROM kernel.code_list_snapshot WHERE list_id = $1',
    dutyLimitListId,
    known?.hash ?? null,
  );
  if (!kept) return dutyLimitsOf([], dayInShanghai(at));
  if (kept.content !== null) last = { hash: kept.hash, codes: (JSON.parse(kept.content) as CodeListContent).codes };
  return dutyLimitsOf((kept.content === null ? known : last)?.codes ?? [], dayInShanghai(at));
}
