import type { CommissionedItem } from '../domain/commission-content.js';
import type { WantedResults } from '../domain/item-results.js';
import type { LabsTransaction } from './database.js';

/** What the commission wants of each of its samples. */
export async function wantedResults(tx: LabsTransaction, commissionId: string): Promise<WantedResults> {
  const { testItems, subcontractingAllowed } = await tx.commissionAcceptance.findUniqueOrThrow({
    where: { id: commissionId },
    select: { testItems: true, subcontractingAllowed: true },
  });
  return { testItems: testItems as unknown as CommissionedItem[], subcontractingAllowed };
}
