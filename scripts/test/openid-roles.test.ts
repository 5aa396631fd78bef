import { randomUUID } from 'node:crypto';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { owners } from '@hub/prisma/owner.js';
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

interface Answer {
  readonly status: number;
  readonly body: { readonly data?: Record<string, never> | null; readonly errors?: readonly { readonly extensions: { readonly code: string } }[] };
}

async function ask(token: string, query: string, variables: object = {}): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await request(`${hub.hub.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return { status: response.statusCode, body: (await response.body.json()) as Answer['body'] };
}

interface Outcome {
  readonly value: { readonly id: string } | null;
  readonly refusal: { readonly code: string } | null;
}

/** An act of the centre's administrator. */
async function act(name: string, item: object): Promise<Outcome> {
  const token = await provider.sign({ sub: 'administrator.1', party: 'center', role: 'SYSTEM_ADMINISTRATOR' });
  const query = `mutation ($items: [${name[0]?.toUpperCase()}${name.slice(1)}Input!]!) { ${name}(items: $items) { outcomes { value { id } refusal { code } } } }`;
  const { body } = await ask(token, query, { items: [{ idempotencyKey: randomUUID(), ...item }] });
  const outcomes = (body.data as Record<string, { outcomes: Outcome[] }> | null | undefined)?.[name]?.outcomes;
  expect(outcomes, JSON.stringify(body)).toHaveLength(1);
  return outcomes![0]!;
}

const analysts = '/hub/groups';
/** A user of the centre for whom it keeps no role; the provider puts them into groups. */
const tokenOf = (userId: string, groups: readonly string[], more: object = {}) => provider.sign({ sub: userId, party: 'center', role: 'ANALYST', hub: { groups }, ...more });
const whom = async (token: string) => ask(token, '{ viewer { userId role } }');
const opened = async (token: string) => eventually(() => whom(token), ({ status }) => status === 200);

/** A running subscription: all that it tells until it ends. */
async function subscribed(token: string): Promise<{ readonly ended: Promise<string> }> {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query: 'subscription { riskInformationTakenIn { occurredAt } }' });
  const response = await request(`${hub.hub.url}/graphql`, { method: 'POST', headers, body });
  expect(response.statusCode).toBe(200);
  return { ended: response.body.text() };
}

describe('roles that follow from claims of the provider (角色映射, 5.4.3 d)', () => {
  it('are those that the party’s administrator maps, for its registered users, beside the roles that the party keeps, within two seconds', async () => {
    // Of whom the party keeps no role is registered once claims can give one.
    const [sampler, stranger] = [randomUUID(), randomUUID()];
    expect((await act('registerUser', { userId: sampler, name: '采样员', roles: [] })).refusal).toMatchObject({ code: 'VALUE_INVALID' });
    expect((await act('setRoleMapping', { tokenClaim: analysts, claimValue: 'analysts', role: 'ANALYST' })).refusal).toBeNull();
    expect((await act('setRoleMapping', { tokenClaim: analysts, claimValue: 'analysts', role: 'ANALYST' })).refusal).toMatchObject({ code: 'NOTHING_CHANGED' });
    expect((await act('registerUser', { userId: sampler, name: '采样员', roles: [] })).refusal).toBeNull();
    const since = Date.now();
    expect(await opened(await tokenOf(sampler, ['staff', 'analysts']))).toMatchObject({ body: { data: { viewer: { userId: sampler, role: 'ANALYST' } } } });
    expect(Date.now() - since).toBeLessThan(2000);
    for (const [name, token] of Object.entries({
      'no group': await tokenOf(sampler, []),
      'another group': await tokenOf(sampler, ['staff']),
      'a role that nothing gives': await tokenOf(sampler, ['analysts'], { role: 'DATA_STEWARD' }),
      'nobody whom the party registered': await tokenOf(stranger, ['analysts']),
      'another party': await tokenOf(sampler, ['analysts'], { party: 'lab-1' }),
      'a user of another party': await tokenOf('lab-1.1', ['analysts'], { party: 'lab-1', role: 'ANALYST' }),
    })) {
      expect((await whom(token)).status, name).toBe(401);
    }
    // Who has roles that the party keeps goes on having them, and the mapped ones besides.
    expect((await whom(await provider.sign({ sub: 'steward.1', party: 'center', role: 'DATA_STEWARD' }))).status).toBe(200);
    expect((await whom(await tokenOf('steward.1', ['analysts']))).status).toBe(200);
  });

  it('end within two seconds after the mapping is removed, running subscriptions and remembered tokens included, and with the user', async () => {
    const [stays, goes] = [randomUUID(), randomUUID()];
    const { value } = await act('setRoleMapping', { tokenClaim: analysts, claimValue: 'trainees', role: 'ANALYST' });
    for (const userId of [stays, goes]) expect((await act('registerUser', { userId, name: '实习人员', roles: [] })).refusal).toBeNull();
    const [staying, going] = [await tokenOf(stays, ['trainees']), await tokenOf(goes, ['trainees'])];
    for (const token of [staying, going]) await opened(token);
    const [first, second] = [await subscribed(going), await subscribed(staying)];

    expect((await act('changeUser', { userId: goes, active: false })).refusal).toBeNull();
    const left = Date.now();
    expect(await first.ended).toContain('UNAUTHENTICATED');
    await eventually(() => whom(going), ({ status }) => status === 401);
    expect(Date.now() - left).toBeLessThan(2000);
    expect((await whom(staying)).status).toBe(200);

    expect((await act('removeRoleMapping', { roleMappingId: value?.id, reason: '实习结束' })).refusal).toBeNull();
    const removed = Date.now();
    expect(await second.ended).toContain('UNAUTHENTICATED');
    await eventually(() => whom(staying), ({ status }) => status === 401);
    expect(Date.now() - removed).toBeLessThan(2000);
    expect((await act('removeRoleMapping', { roleMappingId: value?.id, reason: '实习结束' })).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
  });

  it('are never an administrator’s, nor one that the kind of party has not', async () => {
    for (const role of ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR']) {
      expect((await act('setRoleMapping', { tokenClaim: 'groups', claimValue: 'chiefs', role })).refusal, role).toMatchObject({ code: 'ROLE_OF_ADMINISTRATOR' });
    }
    expect((await act('setRoleMapping', { tokenClaim: 'groups', claimValue: 'chiefs', role: 'SIGNATORY' })).refusal).toMatchObject({ code: 'ROLE_NOT_OF_KIND' });
    expect((await act('setRoleMapping', { tokenClaim: '/groups/~2', claimValue: 'chiefs', role: 'ANALYST' })).refusal).toMatchObject({ code: 'VALUE_INVALID' });
  });
});
