import { randomUUID } from 'node:crypto';
import { auditEntries } from '@hub/kernel/testing/audit-entries.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { header } from './task-desk.js';
import { webhookDesk, type WebhookDesk } from './webhook-desk.js';
import { receiver, type Receiver } from './webhook-receiver.js';

let desk: WebhookDesk;
let partner: Receiver;
beforeAll(async () => {
  desk = await webhookDesk();
  partner = await receiver();
});
afterAll(async () => {
  await partner.close();
  await desk.hub.close();
});

const officer = (user: 1 | 2 | 3) => ({ identity: 'platform-1', user }) as const;
const delegate = officer(2);
async function act(asker: ReturnType<typeof officer>, name: string, item: object, delegation?: string): Promise<string> {
  const mutation = `mutation ($items: [${name[0]?.toUpperCase()}${name.slice(1)}Input!]!) { ${name}(items: $items) { outcomes { value { id } refusal { code } } } }`;
  const { data } = await desk.hub.ask<Record<string, { outcomes: { value: { id: string } | null; refusal: object | null }[] }>>(
    asker, mutation, { items: [{ idempotencyKey: randomUUID(), ...item }] }, delegation === undefined ? {} : header(delegation),
  );
  const [outcome] = data[name]!.outcomes;
  expect(outcome?.refusal, name).toBeNull();
  return outcome!.value!.id;
}
const mayAct = async (delegation: string) => (await desk.hub.ask(delegate, '{ viewer { userId } }', {}, header(delegation))).errors === undefined;
/** A delegation to the second officer, who carries the role as well, as the replica has heard of it. */
async function delegated(by: 1 | 3): Promise<string> {
  const id = await act(officer(by), 'delegateTasks', { delegateId: 'platform-1.2', role: 'OFFICER', until: new Date(Date.now() + 86_400_000).toISOString(), reason: '休假' });
  await eventually(() => mayAct(id), (can) => can);
  return id;
}

it('a webhook that a delegate registered reads in the delegator’s stead, by a delegation of theirs alone, and stops with it', async () => {
  const ofFirst = await delegated(1);
  const id = await act(delegate, 'registerWebhook', { url: partner.url, kinds: ['InStead'], description: '业务系统' }, ofFirst);
  const readBy = async () => (await desk.hub.database.webhook.findUniqueOrThrow({ where: { id } })).reader;
  expect(await readBy()).toMatchObject({ userId: 'platform-1.2', onBehalfOf: 'platform-1.1' });
  desk.tell('InStead');
  await partner.until(1);
  const readings = async () => (await auditEntries(desk.hub.database)).filter(({ operation }) => operation.name === 'WebhookEvent');
  expect(await eventually(readings, (found) => found.length > 0)).toMatchObject([{ user: 'platform-1.2', onBehalfOf: 'platform-1.1', role: 'OFFICER' }]);

  // Neither the delegation of another nor the role of their own takes its place.
  await delegated(3);
  await act(officer(1), 'endDelegation', { delegationId: ofFirst, reason: '返岗' });
  await eventually(() => mayAct(ofFirst), (can) => !can);
  const told = desk.tell('InStead');
  expect((await desk.until('platform-1', id, ({ state }) => state === 'STOPPED')).stoppedBecause).toMatchObject({ code: 'WEBHOOK_READER_GONE', message: expect.stringContaining('stead') });
  expect(partner.had).toHaveLength(1);

  await act(delegate, 'resumeWebhook', { webhookId: id });
  expect((await partner.until(2)).at(-1)?.body.data.exchangeEvent.subjectId).toBe(told);
  expect(await readBy()).not.toHaveProperty('onBehalfOf');
}, 60_000);
