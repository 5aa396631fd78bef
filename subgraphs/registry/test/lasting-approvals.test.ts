import { randomUUID } from 'node:crypto';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { mintServiceToken } from '@hub/kernel/identity/development-issuer.js';
import { replaceParticipant } from '@hub/kernel/identity/membership-events.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstDayOf } from '../src/domain/usage-window.js';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

const { labs = '' } = builtSchemas;
const today = dayInShanghai(new Date());
const second = { identity: 'steward', user: 2 } as const;
async function post(name: string, body: object, asker: Asker = 'steward') {
  const response = await fetch(new URL(`/registry/${name}`, hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', authorization: `Bearer ${await hub.tokenOf(asker)}` },
    body: JSON.stringify(body),
  });
  const { errors, ...answer } = (await response.json()) as { id: string; version?: number; findings: readonly { kind: string; severity: string; coordinate: string }[]; errors?: readonly { message: string; extensions: { code: string } }[] };
  return { ...answer, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message };
}
const check = (sdl: string) => post('checks', { subgraph: 'labs', sdl });
const approve = (checkId: string) => post('approvals', { checkId, kinds: ['BREAKING'], reason: '已停用' }, second);
const publish = (sdl: string, expectedVersion: number) => post('publications', { subgraph: 'labs', sdl, expectedVersion, reason: '发布' });

describe('an approval (5.4.3 a)', () => {
  it('ends with the role of who gave it, and with the membership of the party, and after thirty days', async () => {
    const sdl = labs.replace('cma: Accreditation!', 'cma: Accreditation');
    const { id } = await check(sdl);
    await approve(id);
    const [center] = demoParticipants.filter((party) => party.id === 'center');
    if (!center) throw new Error('The demo has no centre.');
    const users = demoUsersOf(center).map((user) => (user.id === 'steward.2' ? { ...user, roles: ['ANALYST'] } : user));
    await replaceParticipant(hub.database, { ...center, state: 'ACTIVE', users });
    expect(await publish(sdl, 1)).toMatchObject({ code: 'SCHEMA_APPROVAL_UNCOUNTED', message: expect.stringMatching(/steward\.2.*not act in that role any more.*MONITORING_CENTER DATA_STEWARD/) as unknown });
    await replaceParticipant(hub.database, { ...center, state: 'ACTIVE', users: demoUsersOf(center) });
    await hub.database.$executeRaw`UPDATE schema_check SET approvals = jsonb_set(approvals, '{0,approved,at}', to_jsonb(now() - interval '31 days')) WHERE id = ${id}`;
    expect(await publish(sdl, 1)).toMatchObject({ code: 'SCHEMA_APPROVAL_UNCOUNTED', message: expect.stringContaining('older than 30 days') as unknown });
    await approve(id);
    expect(await publish(sdl, 1)).toMatchObject({ version: 2 });
  }, 60_000);

  it('of what breaks clients is of what was used then: what came to be used since is approved anew', async () => {
    const sdl = labs.replace('cma: Accreditation!', 'cma: Accreditation').replace('[AccreditedItem!] @list', '[AccreditedItem] @list').replace('[AuthorisedSignatory!] @', '[AuthorisedSignatory] @');
    const gateway = await mintServiceToken(hub.environment.dataDir, 'gateway', '1h');
    const used = async (digit: string, coordinate: string) => {
      const hash = digit.repeat(64);
      const operations = [{ hash, name: 'Asked', kind: 'query', signature: 'query Asked{…}', coordinates: [coordinate] }];
      const report = { id: randomUUID(), operations, uses: [{ day: today, operation: hash, partyId: 'platform-1', client: 'desk', requests: 1 }], unrecorded: 0 };
      const answer = await fetch(new URL('/registry/usage', hub.url), { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway}` }, body: JSON.stringify(report) });
      expect(answer.status).toBe(200);
    };
    const errorsOf = ({ findings }: Awaited<ReturnType<typeof check>>) => findings.filter(({ severity }) => severity === 'ERROR').map(({ kind, coordinate }) => `${kind} ${coordinate}`);
    await hub.database.usageDay.createMany({ data: Array.from({ length: 40 }, (_, index) => ({ day: new Date(firstDayOf(index + 2, today)) })) });
    await used('a', 'Lab.scope');

    const before = await check(sdl);
    expect(errorsOf(before)).toEqual(['BREAKING Lab.scope']);
    await approve(before.id);
    expect(errorsOf(await check(sdl))).toEqual([]);
    await used('b', 'Lab.signatories');
    const since = await check(sdl);
    expect(errorsOf(since)).toEqual(['BREAKING Lab.signatories']);
    expect(await publish(sdl, 2)).toMatchObject({ code: 'SCHEMA_NOT_GREEN' });
    await approve(since.id);
    expect(await publish(sdl, 2)).toMatchObject({ version: 3 });
  }, 90_000);
});
