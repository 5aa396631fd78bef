import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { isSamePerson } from '@hub/kernel/unit-of-work/is-same-person.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { assessmentMachine } from '../domain/assessment-machine.js';
import type { Dismissal } from '../domain/dismissal.js';
import type { CountersignDismissalInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveRiskInformation } from './move-risk-information.js';

/** A second analyst agrees with the dismissal of a serious risk, or it is to be handled after all (5.1.2 a). */
export async function countersignDismissal(
  { unit, admit }: ActScope<MonitoringCenterTransaction>,
  { assessmentId, expectedRevision, agrees, reason }: CountersignDismissalInput,
): Promise<ActResult> {
  const { tx } = unit;
  const assessment = admit(await tx.assessment.findUnique({ where: { id: assessmentId } }), {
    type: 'Assessment',
    id: assessmentId,
    field: 'assessmentId',
    expectedRevision,
  });
  const proposed = (assessment.dismissals as unknown as readonly Dismissal[]).at(-1);
  if (!proposed || isSamePerson(proposed.proposed, unit.actor)) {
    throw new Refusal('SECOND_PERSON_NEEDED', { field: 'assessmentId', parameters: { user: unit.actor.userId } });
  }
  const countersigned: Dismissal = { ...proposed, countersignature: { agrees, reason: requireText('reason', reason), signed: actRecord(unit) } };
  const [signed] = await tx.assessment.updateManyAndReturn({
    where: { id: assessment.id, revision: assessment.revision },
    data: {
      ...assessmentMachine.move('countersignDismissal', assessment, agrees ? 'DISMISSED' : 'ASSESSED'),
      dismissals: [...(assessment.dismissals as object[]).slice(0, -1), countersigned],
    },
  });
  if (!signed) throw new Refusal('CONCURRENT_CHANGE', { field: 'assessmentId', parameters: { type: 'Assessment' } });
  if (agrees) await moveRiskInformation(tx, 'countersignDismissal', signed.recordIds);
  await unit.closeDuties('CountersignDismissal', signed.id);
  unit.emit({
    kind: agrees ? 'RiskInformationDismissed' : 'DismissalRefused',
    subjectType: 'Assessment',
    subjectId: signed.id,
    stamps: stampsOf(signed),
    receivers: {},
  });
  return { valueId: signed.id };
}
