import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { SampleReceipt } from '@hub/prisma/labs/generated/client.js';
import { completeResults } from '../domain/complete-results.js';
import { itemResults } from '../domain/item-results.js';
import type { AccreditedResults } from '../domain/accredited-results.js';
import { keptResults } from '../domain/kept-results.js';
import type { TestResultInput } from '../generated/graphql.js';
import type { LabsTransaction } from './database.js';
import { accreditedResultsOf } from './accredited-results-of.js';
import { wantedResults } from './wanted-results.js';

/** The results that a report on a sample reports: those given, else those recorded; complete, or refused (5.3.4), and as they stand to the lab's CMA. */
export async function resultsToReport(
  { unit: { tx, now }, codeLists }: ActScope<LabsTransaction>,
  receipt: SampleReceipt,
  given: readonly TestResultInput[] | null | undefined,
): Promise<AccreditedResults> {
  const wanted = await wantedResults(tx, receipt, given ?? []);
  const results = given ? itemResults(given, wanted, { codeLists, now }) : keptResults(receipt.results);
  return accreditedResultsOf(tx, receipt.holder, completeResults(results, wanted.testItems), now);
}
