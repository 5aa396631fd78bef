import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { answerBy } from '../domain/answer-by.js';
import { commissionAcceptanceMachine } from '../domain/commission-acceptance-machine.js';
import type { CommissionedItem, CommissionedSample } from '../domain/commission-content.js';
import type { LabsTransaction } from '../repository/database.js';

/** What the centre tells of an inspection that it commissions (3.2 c). */
interface InspectionCommissioned {
  readonly id: string;
  readonly number: string;
  readonly centerId: string;
  readonly regulatorId: string;
  readonly labId: string;
  readonly blind: boolean;
  readonly agreedDueAt: string;
  /** Absent in what was told before there was such a thing: no consent. */
  readonly subcontractingAllowed?: boolean;
  readonly testItems: readonly CommissionedItem[];
  readonly samples: readonly CommissionedSample[];
}

/** A commission arrives at the lab's desk; from now on an answer is owed (3.3 a). */
export const takeInCommission: InboxHandler<LabsTransaction> = async (unit, event) => {
  const commission = event.payload as unknown as InspectionCommissioned;
  const agreedDueAt = new Date(commission.agreedDueAt);
  const concerned = [commission.centerId, commission.regulatorId];
  const begun = commissionAcceptanceMachine.begin('monitoring-center.InspectionCommissioned');
  const stamps = { holder: commission.labId, concerned, ...begun };
  await unit.tx.commissionAcceptance.create({
    data: {
      id: commission.id,
      number: commission.number,
      centerId: commission.centerId,
      agreedDueAt,
      // Only what a lab may know is kept, whatever else the event may carry one day.
      testItems: commission.testItems.map(({ code, name, standardNumber, standardVersion, clause = null }) => ({
        code,
        name,
        standardNumber,
        standardVersion,
        clause,
      })),
      samples: commission.samples.map(({ id, blindNumber, productKind, quantity }) => ({ id, blindNumber, productKind, quantity })),
      blind: commission.blind,
      subcontractingAllowed: commission.subcontractingAllowed ?? false,
      receivedAt: unit.now,
      cause: `${event.source}:${event.id}`,
      ...stamps,
    },
  });
  await unit.openDuty({
    kind: 'AcceptCommission',
    subjectType: 'InspectionCommission',
    subjectId: commission.id,
    partyId: commission.labId,
    role: 'TECHNICIAN',
    dueAt: answerBy(await unit.dueBy('AcceptCommission'), agreedDueAt),
    concerned,
  });
  unit.emit({
    kind: 'CommissionReceived',
    subjectType: 'CommissionAcceptance',
    subjectId: commission.id,
    stamps: stampsOf(stamps),
    receivers: {},
  });
};
