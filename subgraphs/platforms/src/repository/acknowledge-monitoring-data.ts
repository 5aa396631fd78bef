import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { acknowledgementMachine } from '../domain/acknowledgement-machine.js';
import type { AcknowledgeMonitoringDataInput } from '../generated/graphql.js';
import type { PlatformsTransaction } from './database.js';
import { openHandling } from './open-handling.js';

/** Acknowledges monitoring data at the desk (签收, 5.4.2): the duty is done, the centre is told, and what fails is to be handled. */
export async function acknowledgeMonitoringData(
  { unit, admit }: ActScope<PlatformsTransaction>,
  input: AcknowledgeMonitoringDataInput,
): Promise<ActResult> {
  const received = admit(await unit.tx.monitoringDataAcknowledgement.findUnique({ where: { id: input.monitoringDataId } }), {
    type: 'MonitoringDataAcknowledgement',
    id: input.monitoringDataId,
    field: 'monitoringDataId',
    expectedRevision: input.expectedRevision,
  });
  const acknowledged = actRecord(unit);
  const [row] = await unit.tx.monitoringDataAcknowledgement.updateManyAndReturn({
    where: { id: received.id, revision: received.revision },
    data: {
      ...acknowledgementMachine.move('acknowledgeMonitoringData', received),
      acknowledged: { ...acknowledged },
      note: optionalText('note', input.note),
    },
  });
  if (!row) throw new Refusal('CONCURRENT_CHANGE', { field: 'monitoringDataId', parameters: { type: 'MonitoringDataAcknowledgement' } });
  await unit.closeDuties('AcknowledgeMonitoringData', row.id);
  unit.emit({
    kind: 'MonitoringDataAcknowledged',
    subjectType: 'MonitoringDataAcknowledgement',
    subjectId: row.id,
    stamps: stampsOf(row),
    receivers: { 'monitoring-center': { id: row.id, platformId: row.holder, acknowledgedAt: acknowledged.at } },
  });
  if (row.conclusion === 'NONCONFORMING') await openHandling(unit, row);
  return { valueId: row.id };
}
