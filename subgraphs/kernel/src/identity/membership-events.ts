import type { ReceivedEvent } from '../log/event.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { ToldClientKey } from './client-keys.js';
import type { ToldRoleMapping } from './role-mappings.js';

/** What `exchange` tells every owner of a participant with its users. */
export interface ParticipantChange {
  readonly id: string;
  readonly kind: string;
  readonly level: string | null;
  readonly name: string;
  /** 统一社会信用代码 */
  readonly uscc: string | null;
  readonly regionCode: string;
  readonly state: string;
  readonly roleMappings?: readonly ToldRoleMapping[];
  readonly users: readonly { readonly id: string; readonly roles: readonly string[]; readonly active: boolean; readonly keys?: readonly ToldClientKey[] }[];
}

/** Kind of the event by which `exchange` tells of a participant, its users and their roles. */
export const participantChanged = 'ParticipantChanged';

/** Takes a change of membership into the replica. */
export async function takeInParticipant(tx: Transaction, event: ReceivedEvent): Promise<void> {
  await replaceParticipant(tx, event.payload as unknown as ParticipantChange);
}

/** Writes a participant and its users into the replica, whole. */
export async function replaceParticipant(tx: Transaction, party: ParticipantChange): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT INTO kernel.participant AS known (id, kind, level, name, uscc, region_code, state, role_mappings) VALUES ($1, $2, $3, $4, $5, $6, $7, COALESCE($8::jsonb, '[]'))
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, level = excluded.level, name = excluded.name, uscc = excluded.uscc,
       region_code = excluded.region_code, state = excluded.state, role_mappings = COALESCE($8::jsonb, known.role_mappings)`,
    party.id, party.kind, party.level, party.name, party.uscc, party.regionCode, party.state, party.roleMappings ? JSON.stringify(party.roleMappings) : null,
  );
  await tx.$executeRawUnsafe('DELETE FROM kernel.participant_user WHERE participant_id = $1 AND NOT (id = ANY($2::text[]))', party.id, party.users.map(({ id }) => id));
  // Where nothing is said of keys, or above of mappings, by a process of the version before, those that are known stay.
  await tx.$executeRawUnsafe(
    `INSERT INTO kernel.participant_user (id, participant_id, roles, active, keys)
     SELECT u->>'id', $1, ARRAY(SELECT jsonb_array_elements_text(u->'roles')), (u->>'active')::boolean, COALESCE(u->'keys', known.keys, '[]')
     FROM jsonb_array_elements($2::jsonb) AS u LEFT JOIN kernel.participant_user known ON known.id = u->>'id' AND known.participant_id = $1
     ON CONFLICT (id) DO UPDATE SET participant_id = excluded.participant_id, roles = excluded.roles, active = excluded.active, keys = excluded.keys`,
    party.id, JSON.stringify(party.users),
  );
}
