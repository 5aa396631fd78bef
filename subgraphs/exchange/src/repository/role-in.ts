import type { ExchangeTransaction } from './database.js';
import { rolesOf, type RoleOfUser } from './roles-of.js';

/**
 * How an active user of a party may have a role: kept, by delegation, or where somebody else of the party has mapped claims to it (角色映射). Which claims a user has only a token tells, so of the
 * last it is not known whether they do. Undefined where none of it is so.
 */
export async function roleIn(tx: ExchangeTransaction, user: { readonly userId: string; readonly partyId: string }, role: string, now: Date): Promise<RoleOfUser | undefined> {
  const known = (await rolesOf(tx, user, now)).find((each) => each.role === role);
  if (known) return known;
  const { userId: id, partyId: participantId } = user;
  const perhaps = await tx.participantUser.findFirst({ where: { id, active: true, participant: { id: participantId, roleMappings: { some: { role, state: 'IN_FORCE', NOT: { recorded: { path: ['userId'], equals: id } } } } } }, select: { id: true } });
  return perhaps ? { role, onBehalfOf: null } : undefined;
}
