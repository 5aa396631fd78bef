import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { randomNumber } from '@hub/kernel/numbers/random-number.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { NamedFile } from '@hub/kernel/validation/require-evidence-files.js';
import type { Objection, ResultNotice } from '@hub/prisma/regulator/generated/client.js';
import { objectionMachine } from '../domain/objection-machine.js';
import type { ObjectionGround } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { oweDecision } from './owe-decision.js';
import { reviewPublicNotices } from './review-public-notices.js';

/** An objection as its author raised it. */
export interface NewObjection {
  readonly ground: ObjectionGround;
  readonly statement: string;
  readonly retestRequested: boolean;
  readonly evidence: readonly NamedFile[];
  readonly raisedAt: Date;
}

/**
 * Puts an objection on the regulator's desk; from now on a decision is owed (after 5.4.1). What was published meanwhile of the data is in doubt, for the public to see.
 *
 * @param notice held to the commit with the data that it tells of
 */
export async function raiseObjection(
  unit: UnitOfWork<RegulatorTransaction>,
  cause: 'platforms.ObjectionRaised' | 'recordObjection',
  notice: ResultNotice,
  { evidence, ...raised }: NewObjection,
): Promise<Objection> {
  const objection = await unit.tx.objection.create({
    data: {
      ...raised,
      ...objectorOf(notice, unit.now),
      evidence: evidence.map((file) => ({ ...file })),
      onBehalf: cause === 'recordObjection',
      ...objectionMachine.begin(cause, 'RAISED'),
    },
  });
  await oweDecision(unit, objection);
  await reviewPublicNotices(unit, [notice.monitoringDataId]);
  unit.emit({ kind: 'ObjectionReceived', subjectType: 'Objection', subjectId: objection.id, stamps: stampsOf(objection), receivers: {} });
  return objection;
}

/** Whose objection it is, and whom it concerns: as its notice has it. */
export function objectorOf(notice: ResultNotice, now: Date) {
  return {
    number: randomNumber('YY', now),
    noticeId: notice.id,
    planId: notice.planId,
    objectorId: notice.addresseeId,
    objectorName: notice.addresseeName,
    holder: notice.holder,
    concerned: notice.concerned,
  };
}
