import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import type { DirectedData, DirectionAddressee } from '../domain/direction-addressee.js';
import { hazardDirectionMachine, type DirectingAct } from '../domain/hazard-direction-machine.js';
import { receivedMonitoringDataMachine } from '../domain/received-monitoring-data-machine.js';
import type { DirectionKind } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedHandling } from './locked-handling.js';
import { openAnswerDuty } from './open-answer-duty.js';
import { throughPlatforms } from './through-platforms.js';

/** What every direction says, whoever it goes to. */
interface DirectionInput {
  readonly handlingId: string;
  readonly expectedRevision?: number | null | undefined;
  readonly instruction: string;
  readonly dueAt: Date;
}

/**
 * Gives a direction in an open case (3.1 d).
 *
 * @param addresseeOf finds the addressee among the case's monitoring data
 */
export async function issueDirection(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  act: DirectingAct,
  kind: DirectionKind,
  input: DirectionInput,
  addresseeOf: (data: readonly DirectedData[], number: string) => Promise<DirectionAddressee>,
): Promise<ActResult> {
  const handling = admit(await lockedHandling(unit.tx, input.handlingId, caller.partyId), {
    type: 'HazardHandling',
    id: input.handlingId,
    field: 'handlingId',
    expectedRevision: input.expectedRevision,
  });
  const instruction = requireText('instruction', input.instruction);
  const dueAt = requireFuture('dueAt', input.dueAt, unit.now);
  const data = await unit.tx.receivedMonitoringData.findMany({ where: { handlingId: handling.id }, orderBy: { id: 'asc' } });
  const addressee = await addresseeOf(
    data.filter((row) => receivedMonitoringDataMachine.leadsFrom('closeHazardHandling', row)),
    handling.number,
  );
  const direction = await unit.tx.hazardDirection.create({
    data: {
      number: await takeNumber(unit.tx, 'HAZARD_DIRECTION', { holder: handling.holder, at: unit.now }),
      handlingId: handling.id,
      planId: handling.planId,
      kind,
      addresseeKind: addressee.kind,
      addresseeId: addressee.id,
      addresseeName: addressee.name,
      addresseeUscc: addressee.uscc,
      monitoringDataIds: [...addressee.monitoringDataIds],
      instruction,
      issuedAt: unit.now,
      dueAt,
      issued: { ...actRecord(unit) },
      holder: handling.holder,
      concerned: [...handling.concerned, ...(addressee.id === null ? [] : [addressee.id])],
      ...hazardDirectionMachine.begin(act),
    },
  });
  await unit.tx.hazardHandling.update({ where: { id: handling.id }, data: { revision: { increment: 1 } } });
  await openAnswerDuty(unit, direction);
  unit.emit({
    kind: 'DirectionIssued',
    subjectType: 'HazardDirection',
    subjectId: direction.id,
    stamps: stampsOf(direction),
    receivers: throughPlatforms(direction, {
      id: direction.id,
      number: direction.number,
      regulatorId: direction.holder,
      kind,
      addresseeKind: addressee.kind,
      addresseeId: addressee.id,
      enterprise:
        addressee.kind === 'ENTERPRISE' ? { name: addressee.name, uscc: addressee.uscc, regionCode: addressee.regionCode } : null,
      monitoringDataIds: addressee.monitoringDataIds,
      instruction,
      dueAt: dueAt.toISOString(),
    }),
  });
  return { valueId: direction.id };
}
