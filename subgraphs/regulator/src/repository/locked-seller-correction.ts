import type { SellerCorrection } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** A correction at a regulator's desk, held to the commit: of an answer and a withdrawal at once the second finds what the first has made of it. Nobody waits for another's. */
export async function lockedSellerCorrection(tx: RegulatorTransaction, id: string, holder: string): Promise<SellerCorrection | null> {
  await tx.$queryRaw`SELECT id FROM seller_correction WHERE id = ${id} AND holder = ${holder} FOR UPDATE`;
  return tx.sellerCorrection.findUnique({ where: { id } });
}
