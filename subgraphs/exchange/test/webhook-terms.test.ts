import { afterEach, expect, it } from 'vitest';
import { exchangeService } from '../src/service.js';
import { receiver, type Receiver } from './webhook-receiver.js';
import { webhookDesk, type WebhookDesk } from './webhook-desk.js';

let desk: WebhookDesk | undefined;
let partner: Receiver | undefined;
afterEach(async () => {
  await partner?.close();
  await desk?.hub.close();
});

const event = /^type ExchangeEvent [^]*?^}/m;
const list = /^ {2}exchangeEvents\([^]*?\): ExchangeEventConnection.*$/m;
const closed = (text: string) => text.replaceAll(/kinds: \[[A-Z, _]+\]/g, 'kinds: [REGULATOR]');

/** The exchange with terms that close to platforms what matches. */
function closing(...patterns: readonly RegExp[]) {
  const sdl = patterns.reduce((text, pattern) => {
    expect(text).toMatch(pattern);
    return text.replace(pattern, closed);
  }, exchangeService.sdl);
  return { ...exchangeService, sdl };
}

it('a webhook carries null for a field that its reader may not read, and goes on', async () => {
  // A field that is not open to all is nullable.
  const fields = (text: string) => text.replaceAll(/^ {2}(kind|causedBy|occurredAt): .*$/gm, (line) => closed(line.replace('! @', ' @')));
  desk = await webhookDesk({}, { ...exchangeService, sdl: exchangeService.sdl.replace(event, fields) });
  partner = await receiver();
  const { id } = await desk.register('platform-1', partner.url);
  const told = [desk.tell('Told'), desk.tell('Told')];
  const had = await partner.until(2, 'Told');
  expect(had.map(({ body }) => body.data.exchangeEvent.subjectId)).toEqual(told);
  expect(had[0]?.body.data).toMatchObject({ kind: 'Told', exchangeEvent: { kind: null, causedBy: null, occurredAt: null, owner: 'monitoring-center' } });
  expect(had[0]?.body.timestamp).toMatch(/^\d{4}-/);
  expect((await desk.seenBy('platform-1', id)).state).toBe('ACTIVE');

  const { id: choosing } = await desk.register('platform-1', partner.url, ['Told']);
  desk.tell('Told');
  const { stoppedBecause } = await desk.until('platform-1', choosing, ({ state }) => state === 'STOPPED');
  expect(stoppedBecause?.code).toBe('SHARING_FILTER_DENIED');
  expect(stoppedBecause?.message).toContain('The argument kinds chooses rows by ExchangeEvent.kind,');
});

it('a webhook stops where the feed itself is closed to its reader, and says whose terms close it', async () => {
  desk = await webhookDesk({}, closing(list));
  partner = await receiver();
  const { id } = await desk.register('platform-1', partner.url, ['Told']);
  desk.tell('Told');
  const { stoppedBecause } = await desk.until('platform-1', id, ({ state }) => state === 'STOPPED');
  expect(stoppedBecause?.code).toBe('SHARING_NOT_IN_AUDIENCE');
  expect(stoppedBecause?.message).toContain('Query.exchangeEvents is shared by exchange under the terms "everyParty"');
  expect(partner.had).toEqual([]);
});
