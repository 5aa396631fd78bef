import { randomUUID } from 'node:crypto';
import { archiveUnderTest, daysAtHand } from '@hub/kernel/testing/archive-under-test.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archivedTables } from '../src/repository/archived-tables.js';
import { noteClosedCycles } from '../src/repository/note-closed-cycles.js';
import { judgement, labsUnderTest, photo, report, reviewer, signatory, technician, valueOf, type GivenCommission, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  // Commissions are moved when a test says so.
  hub = await labsUnderTest({ ARCHIVE_SWEEP_SECONDS: '86400' });
});
afterAll(() => hub.close());

const limit = daysAtHand;
const lab = 'lab-1';
const ofReceipt = 'receipt_id IN (SELECT id FROM sample_receipt WHERE commission_id = $1)';
const ofCommission = 'commission_id = $1';
const { note, eachMove, sweep, rowsOf, mismatches } = archiveUnderTest(() => hub, {
  owner: 'labs',
  note: noteClosedCycles,
  tables: archivedTables,
  ofCycle: { storage_reading: ofReceipt, custody_entry: ofReceipt, inspection_report: ofCommission, inspection_failure: ofCommission, sample_receipt: ofCommission, commission_acceptance: 'id = $1' },
});
const counts = (change: Record<string, number> = {}) => ({ storage_reading: 0, custody_entry: 0, inspection_report: 0, inspection_failure: 0, sample_receipt: 0, commission_acceptance: 0, ...change });
const none = counts();

/** A commission of two samples: one with a reading, handed over and reported on, the other not to be inspected. */
async function reportedOn(change: object = {}): Promise<GivenCommission & { readonly reportId: string }> {
  const commission = await hub.acceptedCommission(lab, { samples: 2 });
  const receiptId = await hub.receive(lab, commission);
  valueOf(await hub.act(technician(lab), 'storeSample', { receiptId, place: '样品间' }));
  valueOf(await hub.act(technician(lab), 'recordStorageReading', { receiptId, at: new Date(), temperature: '22' }));
  valueOf(await hub.act(technician(lab), 'handOverSample', { receiptId, toUserId: `${lab}.2`, purpose: '检验' }));
  const { id: reportId } = await hub.issued(lab, commission, change);
  const other = await hub.receive(lab, commission, 1);
  valueOf(await hub.act(technician(lab), 'reportInspectionFailure', { receiptId: other, reason: 'SAMPLE_DAMAGED', facts: '样品破损', evidence: [photo()] }));
  return { ...commission, reportId };
}
const whole = counts({ storage_reading: 1, custody_entry: 3, inspection_report: 1, inspection_failure: 1, sample_receipt: 2, commission_acceptance: 1 });
const atHand = async ({ id }: GivenCommission) => (await rowsOf(id)).archived['commission_acceptance'] === 0;

/** The centre refuses a report: a new version is owed. */
async function refused(reportId: string): Promise<void> {
  hub.others.say({ kind: 'ReportRefused', subjectType: 'ReportReceipt', subjectId: randomUUID(), payload: { reportId, labId: lab } });
  await eventually(() => hub.duties(reportId), (duties) => duties.some(({ kind }) => kind === 'ReplaceInspectionReport'));
}

/** The version that takes the place of a report. */
async function replaced(commission: GivenCommission, supersedesId: string): Promise<void> {
  const { id: reportId } = valueOf(await hub.prepare(lab, commission, { supersedesId, supersessionReason: '抄录有误' }));
  valueOf(await hub.act(reviewer(lab), 'reviewInspectionReport', { reportId, outcome: 'PASS', judgements: [judgement()] }));
  valueOf(await hub.act(signatory(lab), 'issueInspectionReport', { reportId }));
}

describe('a commission that is closed (归档, 5.4.4)', () => {
  it('stays at hand for the time that is set, and then moves into the archive with all that was done by it', async () => {
    const { id } = await reportedOn();
    await sweep();
    await sweep(limit - 1);
    expect(await rowsOf(id)).toEqual({ atHand: whole, archived: none });
    await sweep(limit + 1);
    expect(await rowsOf(id)).toEqual({ atHand: none, archived: whole });
  });

  it('is one that was declined, too; none that waits for an answer, a sample or a report', async () => {
    const [declined, unanswered, accepted] = [await hub.commission(lab), await hub.commission(lab), await hub.acceptedCommission(lab)];
    valueOf(await hub.accept(lab, { commissionId: declined.id, answer: 'DECLINE', reason: '能力不足' }));
    await sweep();
    await sweep(limit + 1);
    expect(await atHand(declined)).toBe(false);
    expect(await atHand(unanswered)).toBe(true);
    expect(await atHand(accepted)).toBe(true);
  });

  it('is none while a report of it is to be replaced, or an answer to a correction is owed', async () => {
    const [toReplace, toAnswer] = [await reportedOn(), await reportedOn()];
    await sweep();
    await refused(toReplace.reportId);
    const correctionId = randomUUID();
    const payload = { id: correctionId, kind: 'SAMPLE_LABELS', reason: '标签贴反', centerId: 'center', askedOf: lab, commissionIds: [toAnswer.id], samples: [] };
    hub.others.say({ kind: 'CorrectionProposed', subjectType: 'CorrectionProposal', subjectId: correctionId, payload });
    await eventually(() => hub.duties(correctionId), (duties) => duties.length > 0);
    await sweep(limit + 1);
    expect(await atHand(toReplace)).toBe(true);
    expect(await atHand(toAnswer)).toBe(true);

    await replaced(toReplace, toReplace.reportId);
    valueOf(await hub.act(technician(lab), 'answerCommissionCorrection', { correctionId, answer: 'AGREE' }));
    // Closed from when that was done.
    await sweep(limit + 2);
    await sweep(2 * limit + 1);
    expect(await atHand(toReplace)).toBe(true);
    expect(await atHand(toAnswer)).toBe(true);
    await sweep(2 * limit + 3);
    expect((await rowsOf(toReplace.id)).atHand).toEqual(none);
    expect((await rowsOf(toAnswer.id)).atHand).toEqual(none);
  });
});

describe('what is in the archive', () => {
  it('is read by id and by cursor as before, after each part of the move', async () => {
    const { id, reportId } = await reportedOn();
    const read = async (after: string | null) => {
      const query = `query ($id: ID!, $after: String) {
        commissionAcceptances(filter: { commissionId: $id }) { totalCount nodes { id state answered { role } commission { receipts { id state storageReadings { temperature } custody { purpose } } } } }
        inspectionReport(id: "${reportId}") { number state signature receipt { id state } }
        inspectionReports(first: 1, after: $after) { totalCount nodes { id number } pageInfo { endCursor hasNextPage } }
        inspectionFailures(first: 1) { totalCount nodes { id facts } }
      }`;
      const { data, errors } = await hub.ask<{ inspectionReports: { pageInfo: { endCursor: string } } }>(technician(lab), query, { id, after });
      expect(errors).toBeUndefined();
      return data;
    };
    const first = await read(null);
    const { endCursor } = first.inspectionReports.pageInfo;
    const next = await read(endCursor);
    const parts = await eachMove(limit + 1, async () => {
      expect(await read(null)).toEqual(first);
      expect(await read(endCursor)).toEqual(next);
    });
    expect(parts).toBe(archivedTables.length);
    expect(await rowsOf(id)).toEqual({ atHand: none, archived: whole });
  });

  it('gets a next version of a report, which follows', async () => {
    const commission = await reportedOn();
    await sweep();
    await sweep(limit + 1);
    await replaced(commission, commission.reportId);
    const versions = await hub.database.inspectionReport.findMany({ where: { document: commission.reportId }, select: { version: true, state: true }, orderBy: { version: 'asc' } });
    expect(versions).toEqual([{ version: 1, state: 'SUPERSEDED' }, { version: 2, state: 'ISSUED' }]);
    expect((await rowsOf(commission.id)).atHand).toEqual(counts({ inspection_report: 1 }));
    await sweep(2 * limit + 2);
    expect((await rowsOf(commission.id)).archived).toEqual({ ...whole, inspection_report: 2 });
  });

  it('keeps its numbers: a lab does not use one again', async () => {
    const { number } = report();
    await reportedOn({ number });
    await sweep();
    await sweep(limit + 1);
    const commission = await hub.acceptedCommission(lab);
    const { outcomes } = await hub.prepare(lab, commission, { number });
    expect(outcomes[0]?.refusal).toMatchObject({ code: 'REPORT_NUMBER_TAKEN' });
    const { id: _id, ...row } = await hub.database.inspectionReport.findFirstOrThrow({ where: { number } });
    const again = { ...row, id: randomUUID(), document: randomUUID() } as unknown as Parameters<typeof hub.database.inspectionReport.create>[0]['data'];
    await expect(hub.database.inspectionReport.create({ data: again })).rejects.toMatchObject({ code: 'P2002' });
  });

  it('is found by the indexes that the tables at hand have, and its keys do not come again', async () => {
    expect(await mismatches()).toEqual([]);
  });
});

it('the labs move what is closed for long enough by themselves, as their settings say', async () => {
  const { id } = await reportedOn();
  await note(-2);
  await hub.restart({ CYCLES_AT_HAND: 'P1D', ARCHIVE_SWEEP_SECONDS: '1' });
  await eventually(() => rowsOf(id), ({ archived }) => archived['commission_acceptance'] === 1);
  await hub.restart();
});
