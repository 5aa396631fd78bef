import { afterAll, beforeAll, it, vi } from 'vitest';
import { receiver, type Receiver } from './webhook-receiver.js';
import { webhookDesk, type WebhookDesk } from './webhook-desk.js';

const ahead = 20_000;
const RealDate = Date;
/** The clock of a process that runs ahead of its database. */
class FastDate extends RealDate {
  constructor(...given: [] | [string | number | Date]) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(given[0]);
  }
  static override now(): number {
    return RealDate.now() + ahead;
  }
}

let desk: WebhookDesk;
let partner: Receiver;
beforeAll(async () => {
  desk = await webhookDesk();
  partner = await receiver();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await partner.close();
  await desk.hub.close();
});

it('a process whose clock is ahead calls as soon as the database says, also after a failure and when it is resumed', async () => {
  vi.stubGlobal('Date', FastDate);
  const { id } = await desk.register('platform-1', partner.url, ['Fast']);
  let refusals = 2;
  partner.answerBy((response) => void response.writeHead((refusals -= 1) >= 0 ? 500 : 204).end());
  for (let count = 0; count < 4; count += 1) desk.tell('Fast');
  await partner.until(6);
  await desk.act('platform-1', 'pauseWebhook', { webhookId: id });
  await desk.act('platform-1', 'resumeWebhook', { webhookId: id });
  desk.tell('Fast');
  await partner.until(7);
});
