import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { hazardHandlingMachine } from '../domain/hazard-handling-machine.js';
import { receivedMonitoringDataMachine } from '../domain/received-monitoring-data-machine.js';
import type { OpenHazardHandlingInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedReceivedData } from './locked-received-data.js';

const dataLimit = 200;

/** Opens a case on monitoring data at the desk (3.1 d); from now on its end is owed. */
export async function openHazardHandling(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  input: OpenHazardHandlingInput,
): Promise<ActResult> {
  const ids = [...new Set(input.monitoringDataIds)];
  requireValid(
    ids.length > 0 && ids.length <= dataLimit,
    'monitoringDataIds',
    { en: `a case is on 1 to ${dataLimit} pieces of monitoring data`, 'zh-CN': `一案涉及 1 至 ${dataLimit} 份监测数据` },
    { en: 'the id of one that was received', 'zh-CN': '一份已收到的监测数据的 id' },
  );
  const summary = requireText('summary', input.summary, 500);
  const found = await lockedReceivedData(unit.tx, ids, caller.partyId);
  const data = ids.map((id) =>
    admit(found.find((row) => row.id === id) ?? null, { type: 'ReceivedMonitoringData', id, field: 'monitoringDataIds' }),
  );
  const planIds = new Set(data.map(({ planId }) => planId));
  const [planId = null] = planIds.size === 1 ? planIds : [];
  const handling = await unit.tx.hazardHandling.create({
    data: {
      number: await takeNumber(unit.tx, 'HAZARD_HANDLING', { holder: caller.partyId, at: unit.now }),
      summary,
      planId,
      opened: { ...actRecord(unit) },
      openedAt: unit.now,
      closeBy: await unit.dueBy('CloseHazardHandling'),
      holder: caller.partyId,
      concerned: [...new Set(data.map(({ centerId }) => centerId))],
      ...hazardHandlingMachine.begin('openHazardHandling'),
    },
  });
  for (const row of data) {
    await unit.tx.receivedMonitoringData.update({
      where: { id: row.id },
      data: { ...receivedMonitoringDataMachine.move('openHazardHandling', row), handlingId: handling.id },
    });
    await unit.closeDuties('OpenHazardHandling', row.id);
  }
  await unit.openDuty({
    kind: 'CloseHazardHandling',
    subjectType: 'HazardHandling',
    subjectId: handling.id,
    partyId: handling.holder,
    role: 'OFFICER',
    dueAt: handling.closeBy,
    concerned: handling.concerned,
    ...(planId !== null && { partOf: planId }),
  });
  unit.emit({
    kind: 'HazardHandlingOpened',
    subjectType: 'HazardHandling',
    subjectId: handling.id,
    stamps: stampsOf(handling),
    receivers: {},
  });
  return { valueId: handling.id };
}
