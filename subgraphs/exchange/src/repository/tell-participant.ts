import type { ToldClientKey } from '@hub/kernel/identity/client-keys.js';
import { participantChanged, type ParticipantChange } from '@hub/kernel/identity/membership-events.js';
import type { Json } from '@hub/kernel/log/event.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { owners } from '@hub/prisma/owner.js';
import type { ExchangeTransaction } from './database.js';

/**
 * Tells every owner of a participant as it now is; the exchange is told too, for it has a replica like any other. The last thing that a transaction does with it: whoever changes the
 * same one beside it waits here, and then tells what both have made of it, not what it read before.
 */
export async function tellParticipant(unit: UnitOfWork<ExchangeTransaction>, id: string): Promise<void> {
  await unit.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`told of ${id}`}))::text`;
  const { users, roleMappings, ...participant } = await unit.tx.participant.findUniqueOrThrow({
    where: { id },
    include: {
      roleMappings: { where: { state: 'IN_FORCE' }, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] },
      users: { orderBy: { id: 'asc' }, include: { keys: { where: { state: { not: 'REVOKED' }, OR: [{ usableUntil: null }, { usableUntil: { gt: unit.now } }] }, orderBy: { issuedAt: 'asc' } } } },
    },
  });
  const change: ParticipantChange = {
    id,
    kind: participant.kind,
    level: participant.level,
    name: participant.name,
    uscc: participant.uscc,
    regionCode: participant.regionCode,
    state: participant.state,
    roleMappings: roleMappings.map(({ id: mappingId, issuer, tokenClaim, claimValue, role, recorded }) => ({ id: mappingId, issuer, tokenClaim, claimValue, role, recordedBy: (recorded as unknown as ActRecord).userId })),
    users: users.map(({ id: userId, roles, active, keys }) => ({
      id: userId,
      roles,
      active,
      keys: keys.map(({ id: keyId, publicJwk, usableUntil }) => ({ id: keyId, publicJwk: publicJwk as ToldClientKey['publicJwk'], until: usableUntil?.toISOString() ?? null })),
    })),
  };
  unit.emit({
    kind: participantChanged,
    subjectType: 'Participant',
    subjectId: id,
    stamps: stampsOf(participant),
    receivers: Object.fromEntries(owners.map((owner) => [owner, change as unknown as Json])),
  });
}
