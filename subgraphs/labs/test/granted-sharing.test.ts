import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type Answer, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabsDatabase } from '../src/repository/database.js';
import { labsService } from '../src/service.js';

interface Labs {
  readonly labs: { readonly nodes: readonly { readonly id: string; readonly signatories: unknown }[]; readonly pageInfo: { readonly endCursor: string } };
}

let hub: SubgraphUnderTest<LabsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(labsService, { logPerOwner: true });
  hub.rowsAreWrittenByHand();
  const accreditation = { certificateNumber: 'CMA 1', validFrom: '2026-01-01', validUntil: '2032-01-01' };
  for (const id of ['lab-1', 'lab-2']) {
    const content = { cma: accreditation, scope: [], signatories: [{ userId: `${id}.1`, itemCodes: null }], holder: id, concerned: [], state: '', reached: [] };
    await hub.database.lab.upsert({ where: { id }, create: { id, ...content }, update: content });
  }
});
afterAll(() => hub.close());

const city = 'regulator-city';
const purpose = { 'x-hub-purpose': 'SUPERVISION' };
const soon = (milliseconds = 3_600_000) => new Date(Date.now() + milliseconds).toISOString();

/** Lets the sharing desk tell of a grant of a lab's signatories to the city. */
function grant(holderId: string, more: object = {}): string {
  const id = randomUUID();
  const payload = { id, granteeId: city, holderId, coordinates: ['Lab.signatories'], purpose: 'SUPERVISION', until: soon(), ...more };
  hub.logOf('exchange').say({ kind: 'SharingGranted', subjectType: 'SharingGrant', subjectId: id, payload });
  return id;
}
const end = (id: string) => hub.logOf('exchange').say({ kind: 'SharingGrantEnded', subjectType: 'SharingGrant', subjectId: id, payload: { id } });

const query = 'query ($first: Int, $after: String) { labs(first: $first, after: $after) { nodes { id signatories { userId } } pageInfo { endCursor } } }';
const ask = (variables: object = {}, headers: Readonly<Record<string, string>> = purpose) => hub.ask<Labs>(city, query, variables, headers);
/** The labs whose signatories were read. */
const read = ({ data }: Answer<Labs>) => data.labs.nodes.filter(({ signatories }) => signatories !== null).map(({ id }) => id);
const until = (labs: readonly string[]) => eventually(() => ask(), (answer) => JSON.stringify(read(answer)) === JSON.stringify(labs));
const tell = (state: string) => {
  const party = demoParticipants.find(({ id }) => id === city)!;
  hub.logOf('exchange').say({ kind: 'ParticipantChanged', subjectType: 'Participant', subjectId: city, payload: { ...party, state, users: demoUsersOf(party) } });
};

describe('what a holder has granted', () => {
  it('is open on its own rows alone, for the purpose alone, and the answer names the grant', async () => {
    const id = grant('lab-1');
    const answer = await until(['lab-1']);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'SHARING_NEEDS_GRANT', holders: ['lab-2'] } }]);
    expect(answer.extensions?.sharing).toMatchObject({ grants: [id] });
    const recorded = () => hub.database.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM kernel.audit_entry WHERE entry::jsonb->'grants' ? $1`, id);
    await eventually(recorded, ([row]) => (row?.count ?? 0) > 0);
    expect(read(await ask({}, {}))).toEqual([]);
    expect(read(await ask({}, { 'x-hub-purpose': 'STATISTICS' }))).toEqual([]);
    expect(read(await hub.ask<Labs>('regulator-province', query, {}, purpose))).toEqual([]);
    end(id);
    await until([]);
  });

  it('adds up where grants overlap, and the end of one leaves the other', async () => {
    const [one, other] = [grant('lab-1'), grant('lab-1'), grant('lab-2')];
    await until(['lab-1', 'lab-2']);
    end(one);
    const known = () => hub.database.$queryRawUnsafe<{ count: number }[]>('SELECT count(*)::int AS count FROM kernel.sharing_grant');
    await eventually(known, ([row]) => row?.count === 2);
    expect(read(await until(['lab-1', 'lab-2']))).toEqual(['lab-1', 'lab-2']);
    end(other);
    await until(['lab-2']);
  });

  it('ends by its time alone, without a word of anybody; a page that was begun before goes on without it', async () => {
    grant('lab-1', { until: soon(6_000) });
    const first = await eventually(() => ask({ first: 1 }), (answer) => read(answer).length === 1);
    await eventually(() => ask({ first: 1 }), (answer) => read(answer).length === 0);
    const second = await ask({ first: 1, after: first.data.labs.pageInfo.endCursor });
    // The grant of lab-2 has not ended.
    expect(read(second)).toEqual(['lab-2']);
  });

  it('rests while the grantee is suspended, and holds again when it is back', async () => {
    tell('SUSPENDED');
    await eventually(() => ask(), ({ status }) => status === 401);
    tell('ACTIVE');
    expect(read(await eventually(() => ask(), ({ status }) => status === 200))).toEqual(['lab-2']);
  });

  it('counts as the exchange tells it anew, once the exchange was restored from a backup: what it does not know any more is no more', async () => {
    const log = hub.logOf('exchange');
    const backup = log.told;
    const lost = grant('lab-1');
    await until(['lab-1', 'lab-2']);
    log.say({ kind: 'FieldClosed', subjectType: 'FieldClosing', subjectId: 'lost', payload: { id: 'lost', coordinate: 'Lab.scope', holderId: null, ground: '数据泄露' } });
    const scope = async () => (await hub.ask(city, '{ labs(first: 1) { nodes { scope { itemCode } } } }')).errors?.[0]?.extensions.code;
    await eventually(scope, (code) => code === 'SHARING_CLOSED');
    log.restore(backup);
    await until(['lab-2']);
    await eventually(scope, (code) => code === undefined);
    expect(await hub.database.$queryRawUnsafe('SELECT 1 FROM kernel.sharing_grant WHERE id = $1', lost)).toEqual([]);
    // What it decides from then on is heard as ever.
    end(grant('lab-1'));
    grant('lab-1');
    await until(['lab-1', 'lab-2']);
  });

  it('does not count where the sharing desk has not been heard of for some seconds; what needs no grant goes on', async () => {
    await hub.logOf('exchange').close();
    const answer = await eventually(() => ask(), (each) => each.errors?.[0]?.extensions.code === 'SHARING_REPLICA_STALE');
    expect(read(answer)).toEqual([]);
    expect(answer.data.labs.nodes.map(({ id }) => id)).toEqual(['lab-1', 'lab-2']);
    expect(answer.extensions?.sharing).toMatchObject({ stale: [{ owner: 'exchange' }] });
    expect(read(await hub.ask<Labs>({ identity: 'lab-1', role: 'SIGNATORY' }, query))).toEqual(['lab-1']);
  });
});
