import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectExchange } from '@hub/exchange/repository/database.js';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../src/environment.js';
import { banner } from '../src/start/banner.js';
import { hubOnClones, type HubOnClones } from './hub-on-clones.js';
import { runHub } from './start/run-hub.js';

let hub: HubOnClones;
let folder: string;
beforeAll(async () => {
  hub = await hubOnClones({ DEMO_DATA: 'off' });
  folder = await mkdtemp(join(tmpdir(), 'hub-members-'));
}, 180_000);
afterAll(async () => {
  await hub?.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const center = { id: 'center', kind: 'MONITORING_CENTER', name: '某省产品质量监测中心', regionCode: '330000', users: [{ id: 'first-steward', name: '张某', roles: ['DATA_STEWARD'] }, { id: 'second-steward', name: '李某', roles: ['ANALYST', 'DATA_STEWARD'] }, { id: 'keeper', name: '王某', roles: ['SYSTEM_ADMINISTRATOR'] }] };
async function record(content: unknown) {
  const path = join(folder, 'members.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return runHub(['members', 'record', path], { HUB_DATA_DIR: hub.dataDir, DATABASE_URL_EXCHANGE: await hub.databaseUrl('exchange') });
}
async function viewer(userId: string) {
  const token = await mintUserToken(hub.dataDir, { userId, partyId: 'center', role: 'DATA_STEWARD' });
  const response = await request(`${hub.hub.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ viewer { userId } participants { totalCount } }' }) });
  return { status: response.statusCode, body: (await response.body.json()) as object };
}

describe('hub members record, on a hub without the demo', () => {
  it('is what the start names there, and no identity of the demo, which would open nothing', async () => {
    const told = await banner(hub.hub, readEnvironment({ DEMO_DATA: 'off', HUB_DATA_DIR: hub.dataDir }));
    expect(told).toContain('npx hub members record');
    for (const { name } of demoIdentities) expect(told).not.toContain(`${name} · `);
    expect(told).not.toContain('curl');
    expect(await banner(hub.hub, readEnvironment({ HUB_DATA_DIR: hub.dataDir }))).toMatch(/steward · DATA_STEWARD[^]*curl/);
  });

  it('says every place where the file is wrong, and records nothing of it', async () => {
    expect(await record('no JSON')).toMatchObject({ code: 3, stderr: expect.stringContaining('is no JSON') });
    const wrong = [{ ...center, id: 'The Center', regionCode: '999999', level: 'CITY' }, { ...center, users: [] }];
    const told = await record(wrong);
    expect(told.code).toBe(3);
    for (const place of ['0.regionCode', '0.level', '1.users']) expect(told.stderr).toContain(`  ${place}: `);
    const roles = await record([{ ...center, id: 'The Center', users: [{ id: 'a', name: '甲', roles: ['AUDITOR', 'SYSTEM_ADMINISTRATOR'] }, { id: 'a', name: '乙', roles: ['OFFICER'] }] }]);
    for (const place of ['0.id: ', '0.users.0.roles: ', '0.users.1.roles.0: ', 'the id a stands there twice']) expect(roles.stderr).toContain(place);
    expect((await record([{ ...center, id: 'registry', users: center.users.slice(0, 2) }])).stderr).toMatch(/0\.users: nobody[^]*0\.id: |0\.id: [^]*0\.users: nobody/);
    const database = connectExchange(await hub.databaseUrl('exchange'));
    expect(await database.participant.count()).toBe(0);
    await database.$disconnect();
  });

  it('records the first members, who may act within seconds, and leaves them as they are when it is run again', async () => {
    expect((await viewer('first-steward')).status).toBe(401);
    expect(await record([center])).toMatchObject({ code: 0, stdout: 'center  recorded, with 3 users\n', stderr: '' });
    const { body } = await eventually(() => viewer('first-steward'), ({ status }) => status === 200);
    expect(body).toMatchObject({ data: { viewer: { userId: 'first-steward' }, participants: { totalCount: 1 } } });
    expect(await record([{ ...center, name: '别名', users: [center.users[2]] }])).toMatchObject({ code: 0, stdout: 'center  takes part already: nothing changed\n' });
    expect((await viewer('second-steward')).status).toBe(200);
    expect(await record([{ ...center, id: 'center-2' }])).toMatchObject({ code: 3, stderr: expect.stringContaining('the user first-steward is one of center already') });
  });
});
