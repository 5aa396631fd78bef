import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import type { ReportedResult } from '../domain/failed-items.js';
import { isSubcontractor } from '../domain/is-subcontractor.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * A retention sample is tested at another lab than the first (复检, after 5.4.1), also than one to which the first had subcontracted a part, and by that lab itself: whom it
 * would subcontract to, nobody could check.
 * @throws Refusal RETEST_AT_FIRST_LAB, RETEST_AT_SUBCONTRACTOR, RETEST_NOT_SUBCONTRACTED
 */
export async function requireAnotherLab(tx: MonitoringCenterTransaction, samples: readonly Sample[], labId: string, subcontractingAllowed: boolean): Promise<void> {
  const firsts = samples.map(({ retestOfId }) => retestOfId).filter((id) => id !== null);
  if (firsts.length === 0) return;
  if (subcontractingAllowed) throw new Refusal('RETEST_NOT_SUBCONTRACTED', { field: 'subcontractingAllowed' });
  const first = await tx.inspectionCommission.findFirst({
    where: { labId, sampleIds: { hasSome: firsts }, state: { notIn: ['DECLINED', 'WITHDRAWN'] } },
    select: { number: true },
  });
  if (first) throw new Refusal('RETEST_AT_FIRST_LAB', { field: 'labId', parameters: { lab: labId, number: first.number } });
  const participant = await findParticipant(tx, labId);
  const scope = await tx.labScope.findUnique({ where: { labId }, select: { certificateNumber: true } });
  const lab = participant && { ...participant, cmaCertificateNumber: scope?.certificateNumber ?? null };
  const reports = await tx.receivedInspectionReport.findMany({ where: { sampleId: { in: firsts } }, select: { number: true, results: true } });
  for (const { number, results } of reports) {
    const subcontractors = (results as unknown as readonly ReportedResult[]).flatMap(({ subcontractor }) => subcontractor ?? []);
    if (lab && subcontractors.some((subcontractor) => isSubcontractor(subcontractor, lab))) throw new Refusal('RETEST_AT_SUBCONTRACTOR', { field: 'labId', parameters: { lab: labId, number } });
  }
}
