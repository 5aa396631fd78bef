import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { DataCorrection } from '@hub/prisma/exchange/generated/client.js';
import { deskFields } from '@hub/schema/generated/desk-fields.js';
import type { CorrectDataInput } from '../generated/graphql.js';
import { admittedDataCorrection } from './admitted-data-correction.js';
import type { ExchangeTransaction } from './database.js';
import { moveDataCorrection } from './move-data-correction.js';
import { correctionDuty } from './open-correction-duty.js';

/** Answers that the data were corrected (更正, 5.4.3 c). The correcting itself is the holder's own act at the owner; who read the wrong data is told afterwards. */
export async function correctData(scope: ActScope<ExchangeTransaction>, input: CorrectDataInput): Promise<ActResult> {
  const { unit } = scope;
  const correction = await admittedDataCorrection(scope, input, 'holder');
  const answer = requireText('answer', input.answer);
  const correctedBy = input.correctedBy ?? null;
  if (correctedBy !== null && correctedBy !== correction.subjectId) await requireVersionSince(scope, correction, correctedBy);
  else await requireMovedOn(scope, correction);
  await unit.closeDuties(correctionDuty, correction.id);
  return moveDataCorrection(unit, 'correctData', correction, { answered: { ...actRecord(unit) }, answer, correctedBy, correctedAt: unit.now });
}

/** The feed tells of every version when it is made, and whose it is: what was there before corrects nothing upon this request. */
async function requireVersionSince({ unit }: ActScope<ExchangeTransaction>, correction: DataCorrection, id: string): Promise<void> {
  if (!(await isToldOf(unit.tx, correction, id, correction.requestedAt))) throw new Refusal('CORRECTION_VERSION_UNKNOWN', { field: 'correctedBy', parameters: { type: correction.subjectType, id } });
}

/**
 * What has a revision is changed by acts alone, and the feed tells of each, or of the first of many: where it knows the row and has heard of nothing since the request, nothing was corrected. Of what the
 * holder's own systems write, as a platform's catalogue, it hears nothing, and the holder's word counts.
 */
async function requireMovedOn({ unit }: ActScope<ExchangeTransaction>, correction: DataCorrection): Promise<void> {
  const { subjectType: type, subjectId: id, requestedAt } = correction;
  if (!deskFields.has(`${type}.revision`) || !(await isToldOf(unit.tx, correction, id))) return;
  if (!(await isToldOf(unit.tx, correction, id, requestedAt))) throw new Refusal('CORRECTION_CHANGED_NOTHING', { field: 'correctedBy', parameters: { type, id, since: requestedAt.toISOString() } });
}

/** Kinds of events that tell of many rows at once and name the first of them alone. */
const ofMany = ['RiskInformationBatchTakenIn', 'ClusterProposed', 'ClusterProposedAgain', 'ClusterProposalLapsed'];

/** Whether the owner has told of a row of the holder, since a time where one is given; then any of many rows may have been it. */
async function isToldOf(tx: ExchangeTransaction, { owner, subjectType, holder }: DataCorrection, subjectId: string, since?: Date): Promise<boolean> {
  const itself = since ? { OR: [{ subjectId }, { kind: { in: ofMany } }], occurredAt: { gt: since } } : { subjectId };
  return (await tx.exchangeEvent.findFirst({ where: { owner, subjectType, holder, ...itself }, select: { id: true } })) !== null;
}
