import type { Transaction } from '../unit-of-work/transaction.js';

/** Which of some users are active members of a party and carry a role. */
export async function usersWithRole(
  tx: Transaction,
  partyId: string,
  role: string,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM kernel.participant_user
     WHERE participant_id = $1 AND active AND $2 = ANY(roles) AND id = ANY($3::text[])`,
    partyId,
    role,
    userIds,
  );
  return new Set(rows.map((row) => row.id));
}
