import { delegationEvents } from '@hub/kernel/identity/delegation-events.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
let token: string;

const delegation = { id: 'delegation-1', delegatorId: 'steward.1', delegateId: 'center.1', role: 'DATA_STEWARD', beginsAt: new Date(Date.now() - 60_000).toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() };

async function post(name: string, body: object, { bearer, ...headers }: { readonly bearer: string } & Record<string, string>) {
  const response = await fetch(new URL(`/registry/${name}`, hub.url), { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}`, ...headers }, body: JSON.stringify(body) });
  const { errors, ...answer } = (await response.json()) as { id: string; token?: string; errors?: readonly { extensions: { code: string } }[] };
  return { ...answer, outcome: errors?.[0]?.extensions.code ?? response.status };
}

beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
  await delegationEvents['TasksDelegated']?.(hub.database, { payload: delegation } as never);
  await hub.restart();
  // An analyst of the centre, in the stead of a data steward who is away.
  const issued = await post('tokens', { subgraph: 'labs', name: 'CI', expiresAt: new Date(Date.now() + 300 * 86_400_000).toISOString() }, { bearer: await hub.tokenOf('center'), 'x-hub-delegation': delegation.id });
  token = String(issued.token);
});
afterAll(() => hub.close());

describe('a registry token that a delegate has issued in a data steward’s stead', () => {
  const { labs = '' } = builtSchemas;
  const broken = labs.replace('cma: Accreditation!', 'cma: Accreditation');

  it('has it checked for both: neither approves it, and another steward does', async () => {
    const { id: checkId } = await post('checks', { subgraph: 'labs', sdl: broken }, { bearer: token });
    const approval = { checkId, kinds: ['BREAKING'], reason: '已停用' };
    expect((await post('approvals', approval, { bearer: await hub.tokenOf('steward') })).outcome).toBe('SCHEMA_APPROVAL_NOT_YOURS');
    expect((await post('approvals', approval, { bearer: await hub.tokenOf('center'), 'x-hub-delegation': delegation.id })).outcome).toBe('SCHEMA_APPROVAL_NOT_YOURS');
    expect((await post('approvals', approval, { bearer: await hub.tokenOf({ identity: 'steward', user: 2 }) })).outcome).toBe(200);
  }, 60_000);

  it('ends with the delegation', async () => {
    const publish = () => post('publications', { subgraph: 'labs', sdl: labs, expectedVersion: 1, reason: 'by CI' }, { bearer: token });
    expect((await publish()).outcome).toBe(200);
    await delegationEvents['DelegationEnded']?.(hub.database, { subjectId: delegation.id } as never);
    expect((await publish()).outcome).toBe('REGISTRY_TOKEN_REFUSED');
  });
});
