import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { assessmentMachine } from '../domain/assessment-machine.js';
import { needsCountersignature, type Dismissal } from '../domain/dismissal.js';
import { requireNotWidespread } from '../domain/require-not-widespread.js';
import type { DismissRiskInformationInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveRiskInformation } from './move-risk-information.js';

/** Dismisses what is no quality hazard (排除, 5.1.2 a); a serious risk waits for a second analyst. */
export async function dismissRiskInformation(
  { unit, admit }: ActScope<MonitoringCenterTransaction>,
  { assessmentId, expectedRevision, reason }: DismissRiskInformationInput,
): Promise<ActResult> {
  const { tx } = unit;
  const assessment = admit(await tx.assessment.findUnique({ where: { id: assessmentId } }), {
    type: 'Assessment',
    id: assessmentId,
    field: 'assessmentId',
    expectedRevision,
  });
  requireNotWidespread(assessment);
  const dismissal: Dismissal = { reason: requireText('reason', reason), proposed: actRecord(unit), countersignature: null };
  const serious = needsCountersignature(assessment);
  const [dismissed] = await tx.assessment.updateManyAndReturn({
    where: { id: assessment.id, revision: assessment.revision },
    data: {
      ...assessmentMachine.move('dismissRiskInformation', assessment, serious ? 'DISMISSAL_PROPOSED' : 'DISMISSED'),
      dismissals: [...(assessment.dismissals as object[]), dismissal],
    },
  });
  if (!dismissed) throw new Refusal('CONCURRENT_CHANGE', { field: 'assessmentId', parameters: { type: 'Assessment' } });
  if (serious) {
    await unit.openDuty({
      kind: 'CountersignDismissal',
      subjectType: 'Assessment',
      subjectId: dismissed.id,
      partyId: dismissed.holder,
      role: 'ANALYST',
      dueAt: await unit.dueBy('CountersignDismissal'),
      concerned: [],
    });
  } else await moveRiskInformation(tx, 'dismissRiskInformation', dismissed.recordIds);
  unit.emit({
    kind: serious ? 'DismissalProposed' : 'RiskInformationDismissed',
    subjectType: 'Assessment',
    subjectId: dismissed.id,
    stamps: stampsOf(dismissed),
    receivers: {},
  });
  return { valueId: dismissed.id };
}
