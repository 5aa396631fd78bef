import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import type { Hub } from './acts.js';
import { feedOf, pullsOf, sends, sourceHere, type Source } from './pulls.js';

let hub: Hub;
let source: Source;
beforeAll(async () => {
  source = await sourceHere();
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { IMPORT_ALLOWED_HOSTS: `data.example.cn,${source.url}`, IMPORT_PULL_SECONDS: '2' } });
});
afterAll(async () => {
  await hub.close();
  source.server.closeAllConnections();
  await new Promise((resolve) => source.server.close(resolve));
});
beforeEach(() => {
  source.asked.length = 0;
});

const { scheduled, doing, until, settled, again } = pullsOf(() => hub, () => source);

const stopped = (id: string) => until(id, ({ state }) => state === 'STOPPED');

describe('in whose name a source is pulled', () => {
  it('may be somebody’s whom a claim of the identity provider made an analyst, while the party maps it', async () => {
    const id = 'mapped';
    const mapped = (mappings: readonly object[]) => hub.database.$executeRaw`UPDATE kernel.participant SET role_mappings = ${JSON.stringify(mappings)}::jsonb WHERE id = 'center'`;
    await mapped([{ id, issuer: 'https://idp.example.cn', tokenClaim: 'groups', claimValue: 'risk', role: 'ANALYST' }]);
    await hub.database.$executeRaw`UPDATE kernel.participant_user SET roles = array_remove(roles, 'ANALYST') WHERE id = 'center.2'`;
    source.answer = sends(feedOf('m1'));
    const { value } = await scheduled();
    await settled(value.id);
    const reader = { userId: 'center.2', partyId: 'center', role: 'ANALYST', roleMapping: id, at: new Date().toISOString() };
    await hub.database.importPull.update({ where: { id: value.id }, data: { reader } });
    source.answer = sends(feedOf('m1', 'm2'));
    await again(value.id);
    expect(await settled(value.id)).toMatchObject({ state: 'ACTIVE', failedAttempts: 0, importRun: { started: { userId: 'center.2' }, counts: { taken: 1 } } });
    await mapped([]);
    await doing('run', value.id);
    expect((await stopped(value.id)).stoppedBecause).toMatchObject({ code: 'IMPORT_STARTER_GONE' });
  });
});
