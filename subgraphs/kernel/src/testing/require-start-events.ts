import { dutyLimits, type DutyKind } from '@hub/schema/code-lists/duty-limits.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** A duty as it was opened, with what the log tells of the same transaction and of what led to it. */
interface Opened {
  readonly kind: DutyKind;
  readonly among: readonly string[];
  readonly causedBy: readonly string[];
}

/** A sweep begins the clock of a comment that is on record, in a transaction of its own: the working calendar may lack the year, which must not keep the comment off the record. */
const begunBySweep: readonly DutyKind[] = ['AnswerComment'];

/** What else begins a duty, by its kind. */
const beginsToo: Partial<Record<DutyKind, readonly string[]>> = {
  // A report that takes the place of one that was issued is owed by its review: its commission was answered long before.
  IssueInspectionReport: ['InspectionReportReviewed'],
  // Beside an objection that is upheld, that both sides have agreed upon another seller makes the data of a sample wrong.
  CorrectMonitoringData: ['SampleSellerCorrected'],
  // What is to be corrected is passed on where its holder cannot answer, and counts anew.
  AnswerDataCorrection: ['DataCorrectionMoved'],
  // Where a direction is sent back, who has become an addressee outside the hub meanwhile is asked through its regulator.
  RecordDirectionAnswer: ['DirectionEnded'],
};

/**
 * Compares, before the database of a test goes, every duty that it has opened with the limit of its kind (时限, 5.4.3 b): the event from which the limit says that time is counted (`from`) is told in
 * the transaction that opens the duty, or is the one of another owner that led to it. One that follows upon another of its kind and subject is that one passed on, and counts from then.
 *
 * @param kindOf kind of an event of another owner, as the test played it; undefined of one that it did not
 * @throws Error that names the duties that began with something else
 */
export async function requireStartEvents(database: Transaction, kindOf: (event: string) => string | undefined): Promise<void> {
  const opened = await database.$queryRawUnsafe<Opened[]>(`
    SELECT DISTINCT ON (told->>'kind', told->>'subjectId') told->>'kind' AS kind, o.caused_by AS "causedBy", ARRAY(SELECT DISTINCT e.kind FROM kernel.event e WHERE e.xmin = o.xmin AND e.kind <> 'DutyOpened') AS among
    FROM kernel.event o, LATERAL (SELECT o.payloads->'exchange' AS told) AS payload
    WHERE o.kind = 'DutyOpened' ORDER BY told->>'kind', told->>'subjectId', o.position`);
  const wrong = opened.filter(({ kind, among, causedBy }) => {
    if (begunBySweep.includes(kind)) return false;
    const told = new Set([...among, ...causedBy.map(kindOf)]);
    return ![dutyLimits[kind].from, ...(beginsToo[kind] ?? [])].some((event) => told.has(event));
  });
  if (wrong.length === 0) return;
  const told = wrong.map(({ kind, among, causedBy }) => `${kind} counts from ${dutyLimits[kind].from}, and was opened with ${among.join(', ')} because of ${causedBy.map((event) => kindOf(event) ?? event).join(', ') || 'nothing'}`);
  throw new Error(`Duties began with another event than their limits say:\n${[...new Set(told)].join('\n')}`);
}
