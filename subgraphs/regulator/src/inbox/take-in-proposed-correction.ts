import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { sellerCorrectionMachine } from '../domain/seller-correction-machine.js';
import type { RegulatorTransaction } from '../repository/database.js';
import { tellCorrectionEnd } from '../repository/tell-correction-end.js';

/** What the centre tells of a correction that it asks a regulator to agree to (协商更正, clause 4). */
interface CorrectionProposed {
  readonly id: string;
  readonly reason: string;
  readonly centerId: string;
  readonly askedOf: string;
  readonly monitoringDataId: string;
  readonly shopName: string;
  readonly merchantName: string;
  readonly merchantUscc: string | null;
  readonly sellerRegion: string;
}

/** That monitoring data name the wrong seller arrives at the regulator's desk, and an answer is owed. */
export const takeInProposedCorrection: InboxHandler<RegulatorTransaction> = async (unit, event, log) => {
  const { id, reason, centerId, askedOf, monitoringDataId, shopName, merchantName, merchantUscc, sellerRegion } = event.payload as unknown as CorrectionProposed;
  const { tx, now } = unit;
  const data = await tx.receivedMonitoringData.findUnique({ where: { id: monitoringDataId } });
  if (data?.holder !== askedOf) {
    log.warn({ event: event.id, correction: id, askedOf }, 'a correction was proposed of monitoring data that the regulator does not have');
    // The centre feeds nothing back of the sample until it hears something.
    tellCorrectionEnd(unit, { id, holder: askedOf, concerned: [centerId] });
    return;
  }
  const correction = await tx.sellerCorrection.create({
    data: {
      id,
      centerId,
      monitoringDataId,
      shopName,
      merchantName,
      merchantUscc,
      sellerRegion,
      reason,
      receivedAt: now,
      cause: `${event.source}:${event.id}`,
      holder: askedOf,
      concerned: [centerId],
      ...sellerCorrectionMachine.begin('monitoring-center.CorrectionProposed'),
    },
  });
  await unit.openDuty({
    kind: 'AnswerSellerCorrection',
    subjectType: 'SellerCorrection',
    subjectId: id,
    partyId: askedOf,
    role: 'OFFICER',
    dueAt: await unit.dueBy('AnswerSellerCorrection'),
    concerned: correction.concerned,
    partOf: data.planId,
  });
  unit.emit({ kind: 'SellerCorrectionReceived', subjectType: 'SellerCorrection', subjectId: id, stamps: stampsOf(correction), receivers: {} });
};
