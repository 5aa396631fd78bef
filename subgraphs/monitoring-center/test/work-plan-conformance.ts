import { randomUUID } from 'node:crypto';
import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import type { Hub } from './acts.js';
import { receivedPlan } from './conformance-plans.js';
import { acted, now, stamps } from './conformance-rows.js';
import { completeWorkPlan } from './thread.js';

const within = { shipWithin: 'P3D', verifyWithin: 'P2D', warehouseWithin: 'P2D', dispatchWithin: 'P3D' };
// When sampling begins may lie before or after now; the suite knows times of one kind only.
const complete = completeWorkPlan({ ...within, samplingFrom: undefined });
const order = { planProduct: 1, platformId: 'platform-1', batches: 1, samplerId: 'center.1' };

/** Fixtures of work plans and sampling orders (5.2.1, 5.2.2). */
export function workPlanFixtures(hub: () => Hub): Pick<ConformanceFixture, 'entities' | 'acts'> {
  async function workPlan(row: MatrixRow, number: number | string): Promise<string> {
    const { id } = await hub().database.workPlan.create({
      data: {
        number: `FA-${number}`,
        planId: randomUUID(),
        scope: 'a scope',
        method: 'SIMULATED_CONSUMPTION',
        platformIds: ['platform-1'],
        samplingFrom: now,
        samplingUntil: new Date('2099-01-01T00:00:00Z'),
        shipWithin: 'P3D',
        verifyWithin: 'P2D',
        warehouseWithin: 'P2D',
        dispatchWithin: 'P3D',
        receivingPlace: 'a place',
        samplerIds: ['center.1'],
        labIds: ['lab-1'],
        drafted: acted,
        draftedAt: now,
        started: acted,
        ...stamps(row),
      },
    });
    return id;
  }

  /** A work plan whose plan is in force. */
  async function underPlan(id: string): Promise<string> {
    await receivedPlan(hub(), (await hub().database.workPlan.findUniqueOrThrow({ where: { id } })).planId);
    return id;
  }

  return {
    entities: {
      WorkPlan: {
        paths: [
          ['DRAFT', 'STARTED', 'COMPLETED'],
          ['DRAFT', 'CANCELLED'],
        ],
        insert: workPlan,
      },
      SamplingOrder: {
        paths: [
          ['ORDERED', 'FULFILLED'],
          ['ORDERED', 'CANCELLED'],
        ],
        insert: async (row, number) => {
          const { id } = await hub().database.samplingOrder.create({
            data: {
              number: `RW-${number}`,
              workPlanId: await workPlan({ ...row, state: 'STARTED', reached: ['DRAFT', 'STARTED'] }, `RW-${number}`),
              planId: 'plan',
              planProduct: 1,
              productName: 'a product',
              platformId: 'platform-1',
              batches: 2,
              bought: 1,
              targets: [{ listingItemId: 'ITEM-8', reserved: acted }],
              samplerId: 'center.1',
              dueAt: now,
              ordered: acted,
              cancelReason: 'a reason',
              replacementReason: 'a reason',
              ...stamps(row),
            },
          });
          return id;
        },
      },
    },
    acts: {
      draftWorkPlan: { input: () => ({ planId: 'plan' }), good: async () => ({ planId: await receivedPlan(hub(), randomUUID()), ...complete }) },
      amendWorkPlan: {
        input: (workPlanId) => ({ workPlanId, reason: 'r', scope: 's' }),
        good: async (id) => ({ workPlanId: await underPlan(id), reason: 'r', ...complete }),
      },
      startWorkPlan: { input: (workPlanId) => ({ workPlanId }), good: async (id) => ({ workPlanId: await underPlan(id) }) },
      orderSampling: {
        input: (workPlanId) => ({ workPlanId, ...order }),
        good: async (id) => ({ workPlanId: await underPlan(id), ...order, dueAt: '2098-12-01T00:00:00Z' }),
      },
      reserveTargets: {
        input: (samplingOrderId) => ({ samplingOrderId, listingItemIds: [] }),
        good: (samplingOrderId) => ({ samplingOrderId, listingItemIds: [`ITEM-${samplingOrderId}`] }),
      },
      cancelSamplingOrder: { input: (samplingOrderId) => ({ samplingOrderId, reason: 'r' }), good: (samplingOrderId) => ({ samplingOrderId, reason: 'r' }) },
    },
  };
}
