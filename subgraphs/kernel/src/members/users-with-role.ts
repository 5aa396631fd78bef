import type { Transaction } from '../unit-of-work/transaction.js';

/** Which of some users are active members of a party and carry a role, or may have it by their token where somebody else of the party has mapped claims to it (角色映射). */
export async function usersWithRole(
  tx: Transaction,
  partyId: string,
  role: string,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT u.id FROM kernel.participant_user u JOIN kernel.participant p ON p.id = u.participant_id
     WHERE p.id = $1 AND u.active AND u.id = ANY($3::text[])
       AND ($2 = ANY(u.roles) OR EXISTS (SELECT FROM jsonb_array_elements(p.role_mappings) m WHERE m->>'role' = $2 AND m->>'recordedBy' IS DISTINCT FROM u.id))`,
    partyId,
    role,
    userIds,
  );
  return new Set(rows.map((row) => row.id));
}
