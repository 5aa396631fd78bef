import type { SamplingOrder, WorkPlan } from '@hub/prisma/monitoring-center/generated/client.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { samplingOrderMachine } from '../domain/sampling-order-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/** What is to be bought, by whom, until when. */
export type NewSamplingOrder = Pick<SamplingOrder, 'planProduct' | 'productName' | 'platformId' | 'batches' | 'samplerId' | 'dueAt' | 'replacesSampleId' | 'replacementReason'>;

/** Writes a sampling order under a work plan; its sampler owes the purchases (5.2.2). */
export async function writeSamplingOrder(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  workPlan: WorkPlan,
  order: NewSamplingOrder,
  begun: ReturnType<typeof samplingOrderMachine.begin>,
): Promise<SamplingOrder> {
  const written = await unit.tx.samplingOrder.create({
    data: {
      ...order,
      ...begun,
      number: await takeNumber(unit.tx, 'SAMPLING_ORDER', { holder: workPlan.holder, at: unit.now }),
      workPlanId: workPlan.id,
      planId: workPlan.planId,
      ordered: { ...actRecord(unit) },
      holder: workPlan.holder,
      concerned: workPlan.concerned,
    },
  });
  await unit.openDuty({
    kind: 'BuySamples',
    subjectType: 'SamplingOrder',
    subjectId: written.id,
    partyId: written.holder,
    role: 'SAMPLER',
    dueAt: written.dueAt,
    concerned: written.concerned,
    partOf: written.planId,
  });
  unit.emit({
    kind: 'SamplingOrdered',
    subjectType: 'SamplingOrder',
    subjectId: written.id,
    stamps: stampsOf(written),
    receivers: {},
  });
  return written;
}
