import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { SampleReceipt } from '@hub/prisma/labs/generated/client.js';
import { completeResults } from '../domain/complete-results.js';
import { itemResults } from '../domain/item-results.js';
import type { ItemResult } from '../domain/test-result.js';
import type { TestResultInput } from '../generated/graphql.js';
import type { LabsTransaction } from './database.js';
import { wantedResults } from './wanted-results.js';

/** The results that a report on a sample reports: those given, else those recorded; complete, or refused (5.3.4). */
export async function resultsToReport(
  { unit: { tx, now }, codeLists }: ActScope<LabsTransaction>,
  receipt: SampleReceipt,
  given: readonly TestResultInput[] | null | undefined,
): Promise<ItemResult[]> {
  const wanted = await wantedResults(tx, receipt.commissionId);
  const results = given ? itemResults(given, wanted, { codeLists, now }) : (receipt.results as unknown as ItemResult[]);
  return completeResults(results, wanted.testItems);
}
