import type { Enterprise } from '@hub/prisma/platforms/generated/client.js';
import type { EnterpriseRole } from '../generated/graphql.js';
import type { PlatformsTransaction } from './database.js';
import { mergeEnterprises } from './merge-enterprises.js';

/** What is told of an enterprise; what is null is not known. */
export interface EnterpriseRecord {
  readonly name: string;
  readonly uscc: string | null;
  readonly regionCode: string | null;
  readonly participantId: string | null;
  readonly role: EnterpriseRole | null;
}

/**
 * Registers an enterprise (有关企业, 3.1 d), or adds to what is known of it: found by its participant and its credit code, or,
 * where no code of it is told, by its name. What was known stays where nothing is told.
 *
 * @returns the id of its row
 */
export async function registerEnterprise(tx: PlatformsTransaction, about: EnterpriseRecord): Promise<string> {
  const { name, uscc, regionCode, participantId, role } = about;
  const roles = role === null ? [] : [role];
  const known = await findEnterprise(tx, about);
  if (!known) {
    const state = { state: 'REGISTERED', reached: ['REGISTERED'] };
    const { id } = await tx.enterprise.create({ data: { name, uscc, regionCode, participantId, roles, holder: participantId ?? '', concerned: [], ...state } });
    // Without an account nobody holds it but itself.
    if (participantId === null) await tx.enterprise.update({ where: { id }, data: { holder: id } });
    return id;
  }
  await tx.enterprise.update({
    where: { id: known.id },
    data: {
      name,
      uscc: uscc ?? known.uscc,
      regionCode: regionCode ?? known.regionCode,
      roles: [...new Set([...known.roles, ...roles])],
      ...(participantId !== null && { participantId, holder: participantId }),
    },
  });
  return known.id;
}

async function findEnterprise(tx: PlatformsTransaction, { name, uscc, participantId }: EnterpriseRecord): Promise<Enterprise | null> {
  const byAccount = participantId === null ? null : await tx.enterprise.findUnique({ where: { participantId } });
  const byCode = uscc === null ? null : await tx.enterprise.findUnique({ where: { uscc } });
  if (byAccount && byCode && byAccount.id !== byCode.id) return mergeEnterprises(tx, byAccount, byCode);
  // Two accounts may have one name.
  const byName = { name, uscc: null, ...(participantId !== null && { participantId: null }) };
  return byAccount ?? byCode ?? (uscc === null ? tx.enterprise.findFirst({ where: byName }) : null);
}
