import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { hold, subscriptionClient } from '@hub/kernel/testing/subscription-client.js';
import { monitoringCenterService } from '@hub/monitoring-center/service.js';
import { sdl as exchangeSdl } from '@hub/schema/generated/exchange.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import type { AskSubgraph, SubgraphRequest } from '../../src/executor/ask-subgraph.js';
import { OwnersPatience } from '../../src/subscriptions/owners-patience.js';
import { gatewayUnderTest } from '../gateway-under-test.js';
import { handMadeSubgraph } from '../hand-made-subgraph.js';
import { analyst, takeIn, takenIn, type TakenIn } from './subscribed-centre.js';

describe('an owner that is away while events come', () => {
  it('is waited for, so that an event comes whole, later, and in order', async () => {
    const centre = await subgraphUnderTest(monitoringCenterService);
    const exchange = await handMadeSubgraph('exchange', exchangeSdl);
    const real = { name: 'monitoring-center', url: centre.url, typeDefs: '' };
    const gateway = await gatewayUnderTest([real, exchange], { supergraph: supergraphSdl, dataDir: centre.environment.dataDir });
    const held = hold<TakenIn>(subscriptionClient(gateway.url, { authorization: `Bearer ${await centre.tokenOf(analyst)}` }), { query: takenIn, variables: { after: await centre.cursorOfNow() } });
    exchange.meet((request) => request.breakOff());
    const written = [await takeIn(centre), await takeIn(centre)];
    await delay(300);
    expect(held.received).toEqual([]);
    exchange.meet(({ variables, answer }) => answer({ _entities: (variables['representations'] as { id: string }[]).map(({ id }) => ({ name: `name of ${id}` })) }));
    const told = await held.until(2);
    expect(told.map(({ data, errors }) => ({ ...data.riskInformationTakenIn.riskInformation, errors }))).toEqual(
      written.map((id) => ({ id, productName: '电热水壶', center: { name: 'name of center' }, errors: undefined })),
    );
    await held.leave();
    await gateway.close();
    await Promise.all([centre.close(), exchange.close()]);
  }, 60_000);

  it('is not waited for without end: what it does not tell is told as missing, and the next events do not wait until it has answered again', async () => {
    let away = true;
    let asked = 0;
    const ask: AskSubgraph = async () => {
      asked += 1;
      return away ? { errors: [{ message: 'away', extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] } : { data: {} };
    };
    const patient = new OwnersPatience(250).with(ask, new AbortController().signal);
    const request: SubgraphRequest = { subgraph: 'labs', kind: 'query', body: '', position: [], renamedKeys: new Map(), more: false, places: undefined };
    const asksFor = async () => {
      asked = 0;
      return { answer: await patient(request), asked };
    };
    expect(await asksFor()).toEqual({ answer: { errors: [expect.objectContaining({ message: 'away' })] }, asked: 2 });
    expect(await asksFor()).toMatchObject({ asked: 1 });
    away = false;
    expect(await asksFor()).toEqual({ answer: { data: {} }, asked: 1 });
    away = true;
    expect(await asksFor()).toMatchObject({ asked: 2 });
  });
});
