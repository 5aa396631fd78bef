import { owners } from '@hub/prisma/owner.js';
import { mintUserToken, createDevelopmentIssuer } from '@hub/kernel/identity/development-issuer.js';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubOnClones, type HubOnClones } from './hub-on-clones.js';
import { OpenidProvider } from './openid-provider.js';

const provider = new OpenidProvider();
let hub: HubOnClones;
beforeAll(async () => {
  await provider.start();
  hub = await hubOnClones(provider.settingsFor([...owners, 'gateway'], settingName));
}, 180_000);
afterAll(async () => {
  await hub?.close();
  await provider.stop();
}, 60_000);

const officer = { sub: 'regulator-province.1', party: 'regulator-province', role: 'OFFICER' };

async function viewer(token: string) {
  const response = await request(`${hub.hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { userId role } }' }),
  });
  return { status: response.statusCode, body: await response.body.json() };
}

describe('with an OpenID provider', () => {
  it('believes its tokens, for its services and its members, also after a change of keys', async () => {
    // That the hub became ready at all says that its services got their tokens there and read each other’s logs with them.
    expect(await viewer(await provider.sign(officer))).toMatchObject({ status: 200, body: { data: { viewer: { userId: officer.sub, role: 'OFFICER' } } } });
    await provider.rotate();
    const until = Date.now() + 10_000;
    let answer = await viewer(await provider.sign(officer));
    // A JWKS is fetched anew for an unknown key at most every five seconds.
    while (answer.status !== 200 && Date.now() < until) answer = await viewer(await provider.sign(officer));
    expect(answer.status).toBe(200);
  });

  it('believes the development issuer no more, and serves no key of it', async () => {
    await createDevelopmentIssuer(hub.dataDir);
    const token = await mintUserToken(hub.dataDir, { userId: officer.sub, partyId: officer.party, role: officer.role });
    expect(await viewer(token)).toMatchObject({ status: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
    const keys = await request(`${hub.hub.url}/.well-known/jwks.json`);
    await keys.body.dump();
    expect(keys.statusCode).toBe(404);
  });
});
