import type { Hub } from './acts.js';
import { now } from './conformance-rows.js';
import { leak } from './thread.js';

/** A plan as the centre received it, in force. */
export async function receivedPlan(hub: Hub, id: string): Promise<string> {
  await hub.database.receivedMonitoringPlan.create({
    data: {
      id,
      number: `JH-${id}`,
      title: 'a title',
      nature: 'RISK_MONITORING',
      platformIds: ['platform-1'],
      products: [{ position: 1, categoryCode: 'c', name: 'n', batches: 10_000, testItems: [leak] }],
      deadline: new Date('2099-12-31T00:00:00Z'),
      feedbackWithin: 'P10D',
      receivedAt: now,
      cause: 'x:y',
      holder: 'center',
      concerned: ['regulator-province'],
    },
  });
  return id;
}
