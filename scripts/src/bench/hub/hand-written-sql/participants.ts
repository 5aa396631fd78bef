import type { OwnerPools } from './owner-pools.js';
import type { RightsOfCentre } from './rights-of-centre.js';
import { rowsOf } from './rows-of.js';

export interface ShownParticipant {
  readonly id: string;
  readonly name: string;
  readonly users: { readonly id: string }[] | null;
}

/** Parties by id; their users where the caller may know them, of the caller's own party always. */
export async function participants({ exchange }: OwnerPools, { staffOfOthers }: RightsOfCentre, own: string, ids: readonly string[]): Promise<Map<string, ShownParticipant>> {
  const rows = await rowsOf<ShownParticipant>(
    exchange,
    'participants',
    `SELECT id, name, CASE WHEN $2 OR id = $3 THEN (SELECT coalesce(json_agg(json_build_object('id', u.id) ORDER BY u.id), '[]')
       FROM participant_user u WHERE u.participant_id = participant.id) END AS users
     FROM participant WHERE id = ANY($1)`,
    [[...new Set(ids)], staffOfOthers, own],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
