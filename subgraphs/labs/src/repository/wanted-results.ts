import type { SampleReceipt } from '@hub/prisma/labs/generated/client.js';
import type { CommissionedItem } from '../domain/commission-content.js';
import type { WantedResults } from '../domain/item-results.js';
import type { TestResultInput } from '../generated/graphql.js';
import type { LabsTransaction } from './database.js';
import { otherLabs } from './other-labs.js';

/** What the commission wants of each of its samples, with the labs that results name as subcontractors. */
export async function wantedResults(tx: LabsTransaction, { commissionId, holder }: SampleReceipt, given: readonly TestResultInput[]): Promise<WantedResults> {
  const { testItems, subcontractingAllowed } = await tx.commissionAcceptance.findUniqueOrThrow({
    where: { id: commissionId },
    select: { testItems: true, subcontractingAllowed: true },
  });
  const named = given.flatMap(({ subcontractor }) => subcontractor?.labId ?? []);
  return { testItems: testItems as unknown as CommissionedItem[], subcontractingAllowed, labs: await otherLabs(tx, named, holder) };
}
