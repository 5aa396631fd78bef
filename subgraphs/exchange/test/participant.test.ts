import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoIdentities, demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParticipantRecord } from '../src/domain/participant-record.js';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { recordParticipant } from '../src/repository/record-participant.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { suspended } from './member-acts.js';

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService);
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const viewer = '{ viewer { userId role participant { id name kind level region { code } state } } }';
const circumstances = () => ({ owner: 'exchange', at: new Date(), actor: null, causedBy: [] });
const record = (participant: ParticipantRecord) =>
  inUnitOfWork(hub.database, circumstances(), (unit) => recordParticipant(unit, participant, userKeepingOf(hub.environment)));
const told = () =>
  hub.database.$queryRaw<{ subject_id: string; receivers: string[]; payload: Record<string, unknown> }[]>`
    SELECT subject_id, receivers, payloads->'registry' AS payload FROM kernel.event ORDER BY position`;

const secondCenter = {
  id: 'center-2',
  kind: 'MONITORING_CENTER',
  level: null,
  name: '第二中心',
  uscc: null,
  regionCode: '330200',
  users: [1, 2].map((user) => ({ id: `center-2.${user}`, name: `用户${user}`, roles: ['ANALYST'], active: true })),
};

describe('the register of participants (5.4.4)', () => {
  it('tells every owner of each participant with its users, once', async () => {
    const events = await told();
    expect(events.map((event) => event.subject_id)).toEqual(demoParticipants.map(({ id }) => id));
    expect(events[3]?.receivers.sort()).toEqual(['exchange', 'labs', 'monitoring-center', 'platforms', 'registry', 'regulator']);
    expect(events[3]?.payload).toMatchObject({ id: 'center', kind: 'MONITORING_CENTER', regionCode: '330100', state: 'ACTIVE' });
    expect(events[3]?.payload['users']).toContainEqual({ id: 'auditor.1', roles: ['AUDITOR'], active: true, keys: [] });

    expect(await seedParticipants(hub.database, userKeepingOf(hub.environment))).toBe(0);
    expect(await told()).toHaveLength(events.length);
  });

  it('says who asks, for which party, in which role', async () => {
    const answer = await hub.ask({ identity: 'steward', user: 2 }, viewer);
    expect(answer).toMatchObject({
      data: {
        viewer: {
          userId: 'steward.2',
          role: 'DATA_STEWARD',
          participant: { id: 'center', level: null, region: { code: '330100' }, state: 'ACTIVE' },
        },
      },
    });
    expect(answer.errors).toBeUndefined();
  });

  it('lists participants by name, and filters by kind, level, part of the name and leading digits of the region', async () => {
    const list = async (filter: object) => {
      const answer = await hub.ask<{ participants: { nodes: { id: string }[]; totalCount: number } }>(
        'merchant-1',
        'query ($filter: ParticipantFilter) { participants(filter: $filter) { nodes { id } totalCount } }',
        { filter },
      );
      expect(answer.data.participants.totalCount).toBe(answer.data.participants.nodes.length);
      return answer.data.participants.nodes.map(({ id }) => id).sort();
    };
    expect(await list({})).toEqual(demoParticipants.map(({ id }) => id).sort());
    expect(await list({ kind: ['LAB', 'PLATFORM'] })).toEqual(['lab-1', 'lab-2', 'platform-1', 'platform-2']);
    expect(await list({ level: 'CITY' })).toEqual(['regulator-city']);
    expect(await list({ name: '检测技术' })).toEqual(['lab-1']);
    expect(await list({ regionCode: '330105' })).toEqual(['merchant-1', 'regulator-county']);
  });

  it('shows the staff of a party to itself, and to stewards and auditors of the centre', async () => {
    const staff = '{ participant(id: "lab-1") { uscc users { id roles participant { id } } } }';
    const shown = { participant: { uscc: '91330108MA2B00019M', users: [{ id: 'lab-1.1' }, { id: 'lab-1.2' }, { id: 'lab-1.3' }] } };
    for (const asker of ['lab-1', 'steward', 'auditor']) expect((await hub.ask(asker, staff)).data).toMatchObject(shown);
    for (const asker of ['lab-2', 'center', 'regulator-province', 'platform-1']) {
      const answer = await hub.ask(asker, staff);
      expect(answer.data).toEqual({ participant: { uscc: '91330108MA2B00019M', users: null } });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_SHARED', coordinate: 'Participant.users' } }]);
    }
    const entities = `query { _entities(representations: [{ __typename: "ParticipantUser", id: "lab-1.1" }]) { ... on ParticipantUser { name } } }`;
    expect((await hub.ask('lab-1', entities)).data).toMatchObject({ _entities: [{ name: expect.stringContaining('用户1') }] });
    expect((await hub.ask('lab-2', entities)).data).toEqual({ _entities: [null] });
  });

  it('takes in a new party by its own log; a user who is not named any more is no user from then on', async () => {
    expect(await record(secondCenter)).toBe(true);
    expect(await record(secondCenter)).toBe(false);
    const replica = () => hub.database.$queryRaw<{ id: string; active: boolean }[]>`
      SELECT id, active FROM kernel.participant_user WHERE participant_id = 'center-2' ORDER BY id`;
    await eventually(replica, (users) => users.length === 2);
    expect(await record({ ...secondCenter, users: secondCenter.users.slice(0, 1) })).toBe(true);
    await eventually(replica, ([, second]) => second?.active === false);
    expect(await hub.database.participantUser.findUnique({ where: { id: 'center-2.2' } })).toMatchObject({ sealedName: expect.any(String), active: false, keptUntil: expect.any(Date) });
  });

  it('keeps a party suspended when it is recorded again', async () => {
    await suspended(hub, 'center-2');
    expect(await record({ ...secondCenter, name: '第二监测中心' })).toBe(true);
    expect(await hub.database.participant.findUnique({ where: { id: 'center-2' } })).toMatchObject({ name: '第二监测中心', state: 'SUSPENDED' });
  });

  it('shuts the door to a suspended party within two seconds', async () => {
    expect((await hub.ask('platform-2', viewer)).status).toBe(200);
    await suspended(hub, 'platform-2');
    const since = Date.now();
    const refused = await eventually(() => hub.ask('platform-2', viewer), ({ status }) => status === 401);
    expect(Date.now() - since).toBeLessThan(2000);
    expect(refused).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    const others = demoIdentities.filter(({ partyId }) => partyId !== 'platform-2');
    for (const { name } of others) expect((await hub.ask(name, viewer)).status).toBe(200);
  });
});
