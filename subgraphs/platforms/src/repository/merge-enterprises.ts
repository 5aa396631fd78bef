import type { Enterprise } from '@hub/prisma/platforms/generated/client.js';
import type { PlatformsTransaction } from './database.js';

/**
 * Two rows turn out to be one enterprise, of which one was known by its account and the other by its credit code: the one with the account stays, with what was known of
 * the other and what was directed to it. Nothing is handed over to the account by that: what no party held, none holds.
 *
 * @returns the row that stays
 */
export async function mergeEnterprises(tx: PlatformsTransaction, kept: Enterprise, other: Enterprise): Promise<Enterprise> {
  await tx.directionFulfilment.updateMany({ where: { enterpriseId: other.id }, data: { enterpriseId: kept.id } });
  await tx.directionFulfilment.updateMany({ where: { holder: other.id }, data: { holder: kept.id } });
  await tx.enterprise.delete({ where: { id: other.id } });
  return tx.enterprise.update({
    where: { id: kept.id },
    data: { uscc: other.uscc, regionCode: kept.regionCode ?? other.regionCode, roles: [...new Set([...kept.roles, ...other.roles])] },
  });
}
