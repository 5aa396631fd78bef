import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventCursors } from '@hub/kernel/subscriptions/event-cursors.js';
import { hold, subscriptionClient } from '@hub/kernel/testing/subscription-client.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standardLimits } from '../../src/limits/limit-settings.js';
import { analyst, idsOf, subscribedCentre, takenIn, type SubscribedCentre, type TakenIn } from './subscribed-centre.js';

let hub: SubscribedCentre;
beforeAll(async () => {
  hub = await subscribedCentre();
});
afterAll(() => hub.close());

/** How a subscription is refused. */
async function refusalOf(query: string, variables: Record<string, unknown> = {}, asker: Parameters<SubscribedCentre['subscribe']>[0] = analyst, at = hub.gateway.url) {
  const held = await hub.subscribe(asker, variables, query, at);
  const { code, after, message } = await held.ended;
  await held.leave();
  return { code, after, message };
}

describe('who subscribes at the gateway over graphql-transport-ws', () => {
  it('gets each event with the fields of every owner, and its cursor', async () => {
    const held = await hub.subscribe(analyst, { after: await hub.centre.cursorOfNow() });
    const id = await hub.takeIn();
    const [told] = await held.until(1);
    expect(told).toEqual({
      data: { riskInformationTakenIn: { riskInformation: { id, productName: '电热水壶', center: { name: 'name of center' } } } },
      extensions: { cursor: expect.stringMatching(/^[\w-]{40,}$/) },
    });
    await held.leave();
  });

  it('gets from a cursor everything since, in order, then what comes', async () => {
    const after = await hub.centre.cursorOfNow();
    const before = [await hub.takeIn(), await hub.takeIn()];
    const held = await hub.subscribe(analyst, { after });
    await held.until(2);
    const live = await hub.takeIn();
    expect(idsOf(await held.until(3))).toEqual([...before, live]);
    await held.leave();
  });

  it('gives the cursor as they like: written out, in a variable with a default, in a fragment, under another name', async () => {
    const after = await hub.centre.cursorOfNow();
    const id = await hub.takeIn();
    const selection = '{ riskInformation { id productName } }';
    for (const query of [
      `subscription { riskInformationTakenIn(after: "${after}") ${selection} }`,
      `subscription Told($from: String = "${after}") { riskInformationTakenIn(after: $from) ${selection} } query Other { __typename }`,
      `subscription { ...Told } fragment Told on Subscription { riskInformationTakenIn(after: "${after}") ${selection} }`,
      `subscription ($degrees: [HazardDegree!] = [HIGH, LOW], $__after: String = "${after}") { riskInformationTakenIn(filter: { hazardDegree: $degrees }, after: $__after) ${selection} }`,
    ]) {
      const client = subscriptionClient(hub.gateway.url, { authorization: `Bearer ${await hub.centre.tokenOf(analyst)}` });
      const held = hold<TakenIn>(client, { query, ...(query.includes('Other') ? { operationName: 'Told' } : {}) });
      if (query.includes('degrees')) {
        const high = await hub.takeIn({ hazardDegree: 'HIGH' });
        expect(idsOf(await held.until(1)), query).toEqual([high]);
      } else expect(idsOf(await held.until(1)), query).toEqual([id]);
      await held.leave();
    }
    const renamed = await hub.subscribe(analyst, {}, `subscription { told: riskInformationTakenIn(after: "${after}") { what: kind riskInformation { id at: center { of: name } } } }`);
    expect((await renamed.until(1))[0]?.data).toEqual({ told: { what: 'RiskInformationTakenIn', riskInformation: { id, at: { of: 'name of center' } } } });
    await renamed.leave();
  });

  it('is told of what the owner refuses in the event, at its place and with the note', async () => {
    const after = await hub.centre.cursorOfNow();
    await hub.takeIn();
    const held = await hub.subscribe('platform-1', { after }, takenIn.replace('productName', 'productName s: state'));
    const [told] = await held.until(1);
    expect(told?.data.riskInformationTakenIn.riskInformation).toMatchObject({ s: null, center: null });
    expect(told?.errors).toEqual(expect.arrayContaining([
      expect.objectContaining({ path: ['riskInformationTakenIn', 'riskInformation', 's'], extensions: expect.objectContaining({ code: 'SHARING_NOT_IN_AUDIENCE', owner: 'monitoring-center' }) }),
    ]));
    expect(told?.extensions.sharing).toMatchObject({ refused: expect.arrayContaining([expect.objectContaining({ coordinate: 'RiskInformation.state', path: ['riskInformationTakenIn', 'riskInformation', 's'] })]) });
    await held.leave();
  });
});

describe('a subscription is refused at the gateway by code', () => {
  it('where the operation is none, is not valid, or goes beyond a limit', async () => {
    expect(await refusalOf('subscription {')).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED' });
    expect(await refusalOf('subscription { nothing }')).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(await refusalOf(takenIn, { after: 5 })).toMatchObject({ code: 'VALUE_INVALID' });
    expect(await refusalOf(takenIn.replace('subscription', 'subscription A') + takenIn.replace('subscription', 'subscription B'))).toMatchObject({ code: 'OPERATION_RESOLUTION_FAILURE' });
    expect(await refusalOf('subscription { __typename }')).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
    const aliases = Array.from({ length: 101 }, (_, index) => `a${index}: id`).join(' ');
    expect(await refusalOf(takenIn.replace('productName', aliases))).toMatchObject({ code: 'LIMIT_ALIASES' });
    expect(await refusalOf('{ __typename }')).toMatchObject({ code: 'SOCKET_FOR_SUBSCRIPTIONS_ONLY' });
  });

  it('where an event could give more than may be asked', async () => {
    const narrow = await hub.another({ limits: { ...standardLimits, LIMIT_COST: 2 } });
    expect(await refusalOf(takenIn, {}, analyst, narrow.url)).toMatchObject({ code: 'LIMIT_COST', message: expect.stringContaining('3 objects') });
    await narrow.close();
  });

  it('where a list of operations is enforced that does not hold it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hub-listed-subscription-'));
    const file = join(folder, 'operations.json');
    const operations = [{ id: 'taken-in', body: takenIn, name: 'TakenIn', type: 'subscription' }];
    await writeFile(file, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }));
    const listing = await hub.another({ safelist: { mode: 'enforce', file } });
    expect(await refusalOf(takenIn.replace('productName', 'number'), {}, analyst, listing.url)).toMatchObject({ code: 'OPERATION_NOT_LISTED' });
    const held = await hub.subscribe(analyst, { after: await hub.centre.cursorOfNow() }, takenIn, listing.url);
    const id = await hub.takeIn();
    expect(idsOf(await held.until(1))).toEqual([id]);
    await held.leave();
    await listing.close();
    await rm(folder, { recursive: true });
  });

  it('where its owner does not admit the caller or the filter', async () => {
    expect(await refusalOf(takenIn, {}, 'merchant-1')).toMatchObject({ code: 'SHARING_NOT_IN_AUDIENCE' });
    expect(await refusalOf(takenIn, { filter: { state: ['COLLECTED'] } }, 'platform-1')).toMatchObject({ code: 'SHARING_FILTER_DENIED' });
  });

  it('where the cursor is none, of another log, or leads to what was archived or restored, with what to do', async () => {
    const secret = hub.centre.environment.maskKey;
    const [head] = await hub.centre.database.$queryRaw<{ epoch: string; position: bigint }[]>`SELECT epoch::text, position FROM kernel.log_head`;
    const cursor = (log: string, epoch: string, position: number) => new EventCursors(log, secret).encode({ epoch, position, offset: 0 });
    const epoch = head?.epoch ?? '';
    expect(await refusalOf(takenIn, { after: '' })).toMatchObject({ code: 'EVENT_CURSOR_INVALID', after: undefined });
    expect(await refusalOf(takenIn, { after: cursor('regulator', epoch, 1) })).toMatchObject({ code: 'EVENT_CURSOR_OF_OTHER_LOG', message: expect.stringContaining('"regulator"') });
    expect(await refusalOf(takenIn, { after: cursor('monitoring-center', '00000000-0000-4000-8000-000000000000', 1) })).toMatchObject({ code: 'EVENT_CURSOR_BEFORE_RESTORE', after: undefined });
    const early = await hub.centre.cursorOfNow();
    await hub.takeIn();
    await hub.takeIn();
    await hub.centre.database.$executeRaw`DELETE FROM kernel.event WHERE position < (SELECT max(position) FROM kernel.event)`;
    expect(await refusalOf(takenIn, { after: early })).toMatchObject({ code: 'EVENT_CURSOR_ARCHIVED', after: undefined, message: expect.stringContaining('Read the list') });
  });

  it('where the party holds as many as it may; one that ends makes room', async () => {
    const narrow = await hub.another({ subscriptionsPerParty: 2 });
    const after = await hub.centre.cursorOfNow();
    const first = await hub.subscribe(analyst, { after }, takenIn, narrow.url);
    const second = await hub.subscribe({ identity: 'center', role: 'SAMPLER' }, { after }, takenIn, narrow.url);
    const id = await hub.takeIn();
    for (const held of [first, second]) expect(idsOf(await held.until(1))).toEqual([id]);
    expect(await refusalOf(takenIn, { after }, analyst, narrow.url)).toMatchObject({ code: 'TOO_MANY_SUBSCRIPTIONS', message: expect.stringContaining('2') });
    const other = await hub.subscribe('platform-1', { after }, takenIn, narrow.url);
    await other.until(1);
    await first.leave();
    const again = await hub.subscribe(analyst, { after }, takenIn, narrow.url);
    expect(idsOf(await again.until(1))).toEqual([id]);
    for (const held of [second, other, again]) await held.leave();
    await narrow.close();
  });

  it('where a plain request asks for it, with how to subscribe', async () => {
    const { status, errors } = await hub.gateway.ask('subscription { riskInformationTakenIn { kind } }');
    expect({ status, errors }).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining('text/event-stream'), extensions: { code: 'SUBSCRIPTION_NEEDS_STREAM' } }] });
  });

  it('where the connection’s token is not valid, or there is none', async () => {
    const closed = hold(subscriptionClient(hub.gateway.url, { authorization: 'Bearer x' }), { query: takenIn });
    expect(await closed.ended).toMatchObject({ code: 4403, message: 'UNAUTHENTICATED' });
    const nobody = hold(subscriptionClient(hub.gateway.url, {}), { query: takenIn });
    expect(await nobody.ended).toMatchObject({ code: 'UNAUTHENTICATED' });
    await nobody.leave();
  });
});
