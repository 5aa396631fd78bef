import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhookDesk, type WebhookDesk } from './webhook-desk.js';
import { receiver, verifies, type Receiver } from './webhook-receiver.js';

let desk: WebhookDesk;
let debtor: Receiver;
let competitor: Receiver;
beforeAll(async () => {
  desk = await webhookDesk({ DUTY_SWEEP_SECONDS: '0.1', DUTY_SETTLING_SECONDS: '0.1' });
  [debtor, competitor] = [await receiver(), await receiver()];
});
afterAll(async () => {
  await desk.hub.close();
  await Promise.all([debtor.close(), competitor.close()]);
});

const hour = 3_600_000;
const stages = ['DutyDueSoon', 'DutyDue', 'DutyOverdue'];

describe('a webhook that reminds of a duty (提醒, 5.4.3 b)', () => {
  it('is called with each stage in order, signed, of what its own party owes, and with nothing of what it is owed upon', async () => {
    const { secret } = await desk.register('platform-1', debtor.url, stages);
    await desk.register('platform-2', competitor.url, [...stages, 'Ended']);
    const id = randomUUID();
    const subjectId = randomUUID();
    desk.hub.logOf('platforms').say({
      ...{ kind: 'DutyOpened', subjectType: 'Duty', subjectId: id, stamps: { holder: 'platform-1', concerned: ['regulator-province'], state: 'OPEN', reached: ['OPEN'] } },
      payload: {
        ...{ kind: 'FulfilDirection', subjectType: 'HazardDirection', subjectId, role: 'OFFICER', partOf: null },
        ...{ openedAt: new Date(Date.now() - 90 * hour).toISOString(), dueAt: new Date(Date.now() - hour).toISOString() },
      },
    });
    const had = await debtor.until(3);
    expect(had.map(({ body }) => [body.type, body.data.exchangeEvent.subjectId])).toEqual(stages.map((stage) => [stage, id]));
    for (const each of had) {
      expect(verifies(secret, each)).toBe(true);
      expect(each.text).not.toContain(subjectId);
      expect(each.text).not.toContain('FulfilDirection');
    }
    // Whoever else listens has been told of what came after, and of none of these.
    const subject = desk.tell('Ended');
    const others = await competitor.until(1);
    expect(others.map(({ body }) => body.data.exchangeEvent.subjectId)).toEqual([subject]);
  });
});
