import type { ExchangeDatabase, ExchangeTransaction } from './database.js';
import { delegationsInForce } from './delegations-in-force.js';

/** A role of a user: their own, or by whose delegation they have it. */
export interface RoleOfUser {
  readonly role: string;
  readonly onBehalfOf: string | null;
}

/** The roles in which a user of a party may act now, their own ones first; none where they are not active there. */
export async function rolesOf(
  database: Pick<ExchangeDatabase | ExchangeTransaction, 'participantUser' | 'delegation' | '$queryRaw'>,
  { userId, partyId }: { readonly userId: string; readonly partyId: string },
  now: Date,
): Promise<readonly RoleOfUser[]> {
  const user = await database.participantUser.findFirst({ where: { id: userId, participantId: partyId, active: true } });
  if (!user) return [];
  const delegations = await database.delegation.findMany({ where: { delegateId: userId, holder: partyId, state: 'GIVEN', until: { gt: now } }, orderBy: { id: 'asc' } });
  const inForce = await delegationsInForce(database, delegations.map(({ id }) => id), now);
  return [
    ...user.roles.map((role) => ({ role, onBehalfOf: null })),
    ...delegations.filter(({ id }) => inForce.has(id)).map(({ role, delegatorId }) => ({ role, onBehalfOf: delegatorId })),
  ];
}
