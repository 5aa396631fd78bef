import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { conclusionOf } from '../domain/conclusion-of.js';
import { inspectionReportMachine } from '../domain/inspection-report-machine.js';
import { succession } from '../domain/supersession.js';
import type { PrepareInspectionReportInput } from '../generated/graphql.js';
import { admittedReceipt } from './admitted-receipt.js';
import type { LabsTransaction } from './database.js';
import { isNumberUsed } from './is-number-used.js';
import { nextReportNumber } from './next-report-number.js';
import { openReviewDuty } from './open-review-duty.js';
import { resultsToReport } from './results-to-report.js';

/** Prepares a report (编制, 3.3): complete and concluded, the first of its sample or the next version of an issued one (5.3.4). */
export async function prepareInspectionReport(scope: ActScope<LabsTransaction>, input: PrepareInspectionReportInput): Promise<ActResult> {
  const { unit, caller } = scope;
  const receipt = await admittedReceipt(scope, input);
  const earlier = await unit.tx.inspectionReport.findMany({ where: { receiptId: receipt.id } });
  const { replaced, supersessionReason } = succession(earlier, input, receipt.blindNumber);
  const { results, cmaMark } = await resultsToReport(scope, receipt, input.results);
  const id = randomUUID();
  const content = {
    id,
    document: replaced?.document ?? id,
    version: (replaced?.version ?? 0) + 1,
    receiptId: receipt.id,
    commissionId: receipt.commissionId,
    sampleId: receipt.sampleId,
    productKind: receipt.productKind,
    results,
    conclusion: conclusionOf(results.map(({ verdict }) => verdict)),
    cmaMark,
    preparedAt: unit.now,
    preparedBy: caller.userId,
    supersedesId: replaced?.id ?? null,
    supersessionReason,
    holder: receipt.holder,
    concerned: receipt.concerned,
    ...inspectionReportMachine.begin('prepareInspectionReport'),
  };
  const numbered = async (number: string) => {
    // Waits for whoever takes the same number at this moment, and then finds it taken.
    const [report] = await unit.tx.inspectionReport.createManyAndReturn({ data: [{ ...content, number }], skipDuplicates: true });
    return report;
  };
  // The index sees what is at hand.
  const ofOwnNumber = async (number: string) => ((await isNumberUsed(unit.tx, { holder: receipt.holder, number })) ? undefined : numbered(number));
  // Counted last of all that can be refused: whoever waits for the next number waits the less.
  const next = async () => numbered(await nextReportNumber(unit.tx, { holder: receipt.holder, at: unit.now }));
  const given = input.number == null ? null : requireText('number', input.number, 60);
  // Somebody may give the next number by hand at this moment.
  const report = given === null ? ((await next()) ?? (await next())) : await ofOwnNumber(given);
  if (!report) throw new Refusal('REPORT_NUMBER_TAKEN', { field: 'number', parameters: { number: given ?? '' } });
  await openReviewDuty(unit, report);
  unit.emit({ kind: 'InspectionReportPrepared', subjectType: 'InspectionReport', subjectId: id, stamps: stampsOf(report), receivers: {} });
  return { valueId: id };
}
