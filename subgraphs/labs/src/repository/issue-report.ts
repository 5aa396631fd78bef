import { randomUUID } from 'node:crypto';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { usersWithRole } from '@hub/kernel/members/users-with-role.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { CommissionAcceptance } from '@hub/prisma/labs/generated/client.js';
import type { CommissionedItem, CommissionedSample } from '../domain/commission-content.js';
import { conclusionOf } from '../domain/conclusion-of.js';
import type { ReportContent } from '../domain/report-content.js';
import { requireThreePersons, type ReportPersons } from '../domain/report-persons.js';
import { reportResults } from '../domain/report-results.js';
import type { IssueInspectionReportInput } from '../generated/graphql.js';
import type { LabsTransaction } from './database.js';
import { hashPerson } from './hash-person.js';
import { signReport } from './sign-report.js';
import { signingKeyOf } from './signing-keys.js';

/**
 * Issues a report (签发, 3.3, 5.3.4): checked, concluded, signed, and the centre told. The last sample of a commission
 * ends the commission.
 */
export function issueReport(maskKey: string) {
  return async (scope: ActScope<LabsTransaction>, input: IssueInspectionReportInput): Promise<ActResult> => {
    const { unit, caller } = scope;
    const acceptance = await admittedCommission(scope, input.commissionId);
    const remaining = await remainingSamples(unit.tx, acceptance, input.sampleId);
    const persons = { preparedBy: input.preparedById, reviewedBy: input.reviewedById, approvedBy: caller.userId };
    await requirePersons(unit.tx, caller.partyId, persons);
    const results = reportResults(input.results, acceptance.testItems as unknown as CommissionedItem[]);

    const id = randomUUID();
    const content: ReportContent = {
      id,
      document: id,
      version: 1,
      number: requireText('number', input.number, 60),
      lab: acceptance.holder,
      commission: acceptance.id,
      sample: input.sampleId,
      results,
      conclusion: conclusionOf(results.map(({ verdict }) => verdict)),
      preparedByHash: hashPerson(maskKey, id, persons.preparedBy),
      reviewedByHash: hashPerson(maskKey, id, persons.reviewedBy),
      approvedByHash: hashPerson(maskKey, id, persons.approvedBy),
      issuedAt: unit.now.toISOString(),
    };
    const signatory = { labId: acceptance.holder, userId: caller.userId };
    const signature = await signReport(await signingKeyOf(unit.tx, maskKey, signatory, unit.now), content);

    const { document, version, number, conclusion } = content;
    const [report] = await unit.tx.inspectionReport.createManyAndReturn({
      data: [
        {
          id,
          document,
          version,
          number,
          commissionId: acceptance.id,
          sampleId: input.sampleId,
          results,
          conclusion,
          issuedAt: unit.now,
          signature,
          ...persons,
          holder: acceptance.holder,
          concerned: acceptance.concerned,
          state: 'ISSUED',
          reached: ['ISSUED'],
        },
      ],
      // Waits for whoever takes the same number at this moment, and then finds it taken.
      skipDuplicates: true,
    });
    if (!report) throw new Refusal('REPORT_NUMBER_TAKEN', { field: 'number', parameters: { number } });
    const complete = remaining === 0;
    if (complete) await endCommission(scope, acceptance);
    unit.emit({
      kind: 'InspectionReportIssued',
      subjectType: 'InspectionReport',
      subjectId: id,
      stamps: stampsOf(report),
      receivers: {
        'monitoring-center': {
          reportId: id,
          commissionId: acceptance.id,
          sampleId: input.sampleId,
          labId: acceptance.holder,
          number,
          conclusion,
          results,
          issuedAt: content.issuedAt,
          complete,
        },
      },
    });
    return { valueId: id };
  };
}

/** The commission, locked: reports on two samples at once must agree on which of them is the last. */
async function admittedCommission({ unit, caller, admit }: ActScope<LabsTransaction>, id: string): Promise<CommissionAcceptance> {
  await unit.tx.$queryRaw`SELECT id FROM commission_acceptance WHERE id = ${id} AND holder = ${caller.partyId} FOR UPDATE`;
  return admit(await unit.tx.commissionAcceptance.findUnique({ where: { id } }), {
    type: 'CommissionAcceptance',
    id,
    field: 'commissionId',
  });
}

/** How many samples of the commission still lack a report once this one has its own. */
async function remainingSamples(tx: LabsTransaction, acceptance: CommissionAcceptance, sampleId: string): Promise<number> {
  const samples = acceptance.samples as unknown as CommissionedSample[];
  const sample = samples.find(({ id }) => id === sampleId);
  if (!sample) throw new Refusal('NOT_FOUND', { field: 'sampleId', parameters: { type: 'Sample', id: sampleId } });
  const reports = await tx.inspectionReport.findMany({ where: { commissionId: acceptance.id }, select: { sampleId: true, number: true } });
  const earlier = reports.find((report) => report.sampleId === sampleId);
  if (earlier) {
    throw new Refusal('SAMPLE_ALREADY_REPORTED', { field: 'sampleId', parameters: { sample: sample.blindNumber, number: earlier.number } });
  }
  return samples.length - reports.length - 1;
}

async function requirePersons(tx: LabsTransaction, labId: string, persons: ReportPersons): Promise<void> {
  const technicians = await usersWithRole(tx, labId, 'TECHNICIAN', [persons.preparedBy]);
  const reviewers = await usersWithRole(tx, labId, 'REVIEWER', [persons.reviewedBy]);
  requireThreePersons(persons, technicians, reviewers);
}

async function endCommission({ unit }: ActScope<LabsTransaction>, acceptance: CommissionAcceptance): Promise<void> {
  const ended = await unit.tx.commissionAcceptance.update({
    where: { id: acceptance.id },
    data: { state: 'REPORTED', reached: [...acceptance.reached, 'REPORTED'], revision: { increment: 1 } },
  });
  await unit.closeDuties('IssueInspectionReport', acceptance.id);
  unit.emit({
    kind: 'CommissionReported',
    subjectType: 'CommissionAcceptance',
    subjectId: acceptance.id,
    stamps: stampsOf(ended),
    receivers: {},
  });
}
