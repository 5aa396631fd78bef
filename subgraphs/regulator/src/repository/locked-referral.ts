import type { CaseReferral } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** A referral, held to the commit by whoever it is of or for: it is answered or withdrawn once. Nobody waits for another’s. */
export async function lockedReferral(tx: RegulatorTransaction, id: string, partyId: string): Promise<CaseReferral | null> {
  await tx.$queryRaw`SELECT id FROM case_referral WHERE id = ${id} AND (holder = ${partyId} OR ${partyId} = ANY(concerned)) FOR UPDATE`;
  return tx.caseReferral.findUnique({ where: { id } });
}
