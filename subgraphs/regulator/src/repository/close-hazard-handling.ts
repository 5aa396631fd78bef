import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { hazardHandlingMachine } from '../domain/hazard-handling-machine.js';
import { receivedMonitoringDataMachine } from '../domain/received-monitoring-data-machine.js';
import type { CloseHazardHandlingInput, HazardDirectionState } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedHandling } from './locked-handling.js';
import { lockedReceivedData } from './locked-received-data.js';

const followed: HazardDirectionState[] = ['ISSUED', 'ANSWERED'];

/** Closes a case with its result (办结, 3.1 d), once each of its directions has come to its end and each referral is answered. */
export async function closeHazardHandling(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  input: CloseHazardHandlingInput,
): Promise<ActResult> {
  const open = admit(await lockedHandling(unit.tx, input.handlingId, caller.partyId), {
    type: 'HazardHandling',
    id: input.handlingId,
    field: 'handlingId',
    expectedRevision: input.expectedRevision,
  });
  const result = requireText('result', input.result);
  const directions = await unit.tx.hazardDirection.findMany({
    where: { handlingId: open.id, state: { in: followed } },
    select: { number: true },
    orderBy: { issuedAt: 'asc' },
  });
  if (directions.length > 0) {
    throw new Refusal('DIRECTIONS_OPEN', { field: 'handlingId', parameters: { numbers: directions.map(({ number }) => number).join(', ') } });
  }
  const referrals = await unit.tx.caseReferral.findMany({ where: { handlingId: open.id, state: 'REFERRED' }, select: { number: true }, orderBy: { referredAt: 'asc' } });
  if (referrals.length > 0) {
    throw new Refusal('REFERRALS_OPEN', { field: 'handlingId', parameters: { numbers: referrals.map(({ number }) => number).join(', ') } });
  }
  const handling = await unit.tx.hazardHandling.update({
    where: { id: open.id },
    data: { ...hazardHandlingMachine.move('closeHazardHandling', open), result, closed: { ...actRecord(unit) } },
  });
  const data = await unit.tx.receivedMonitoringData.findMany({ where: { handlingId: open.id }, select: { id: true } });
  for (const row of await lockedReceivedData(unit.tx, data.map(({ id }) => id), caller.partyId)) {
    if (!receivedMonitoringDataMachine.leadsFrom('closeHazardHandling', row)) continue;
    await unit.tx.receivedMonitoringData.update({
      where: { id: row.id },
      data: receivedMonitoringDataMachine.move('closeHazardHandling', row),
    });
  }
  await unit.closeDuties('CloseHazardHandling', handling.id);
  unit.emit({
    kind: 'HazardHandlingClosed',
    subjectType: 'HazardHandling',
    subjectId: handling.id,
    stamps: stampsOf(handling),
    receivers: {},
  });
  return { valueId: handling.id };
}
