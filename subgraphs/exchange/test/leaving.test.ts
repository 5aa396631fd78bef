import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { memberAct } from './member-acts.js';
import { inDays, sharingDesk, signatory, type GrantSeen, type RequestSeen, type SharingDesk } from './sharing-desk.js';

let desk: SharingDesk;
beforeAll(async () => {
  desk = await sharingDesk({ DUTY_SWEEP_SECONDS: '0.1', DUTY_SETTLING_SECONDS: '0.1' });
});
afterAll(() => desk.hub.close());

const [province, city, county] = ['regulator-province', 'regulator-city', 'regulator-county'] as const;
const leave = async (participantId: string) => (await memberAct(desk.hub, 'steward', 'deregisterParticipant', { participantId, reason: '依申请退出' })).refusal?.code;
const granted = async (asker: string, holder: string): Promise<GrantSeen> => {
  const [request] = await desk.apply(asker, { holderIds: [holder], until: inDays(30) });
  return (await desk.done<RequestSeen>(signatory(holder), 'grantSharing', { requestId: request!.id })).grants[0]!;
};
const stateOf = async (asker: string, { id }: GrantSeen) => (await desk.grants(asker)).find((grant) => grant.id === id)?.state;
const requested = (asker: string, id: string, satisfied: (request: RequestSeen) => boolean) =>
  eventually(async () => (await desk.requests(asker)).find((request) => request.id === id), (request) => request !== undefined && satisfied(request));
const dutiesOn = (subjectId: string) => desk.hub.database.duty.findMany({ where: { subjectId }, orderBy: { openedAt: 'asc' }, select: { holder: true, state: true } });

/** Lets an owner tell of a duty of a party, due in days. */
async function opened(holder: string, days: number): Promise<string> {
  const id = randomUUID();
  desk.hub.logOf('platforms').say({
    ...{ kind: 'DutyOpened', subjectType: 'Duty', subjectId: id, stamps: { holder, concerned: ['center', province], state: 'OPEN', reached: ['OPEN'] } },
    payload: { kind: 'FulfilDirection', subjectType: 'RectificationDirection', subjectId: 'direction', role: 'OFFICER', partOf: null, openedAt: inDays(-1), dueAt: inDays(days) },
  });
  await eventually(() => desk.hub.database.duty.findUnique({ where: { id } }), (duty) => duty !== null);
  return id;
}

describe('a holder that leaves the hub (退出, 5.4.4)', () => {
  it('ends what it granted at once, at every owner, and what others granted goes on', async () => {
    const [its, another] = [await granted(city, 'lab-1'), await granted(city, 'lab-2')];
    expect(await leave('lab-1')).toBeUndefined();
    expect(await stateOf(city, its)).toBe('LAPSED');
    expect(await stateOf(city, another)).toBe('IN_FORCE');
    const everyOwner = ['exchange', 'labs', 'monitoring-center', 'platforms', 'registry', 'regulator'];
    const [told, ...more] = await desk.told('SharingGrantEnded', its.id);
    expect([told?.receivers.sort(), told?.payload, more]).toEqual([everyOwner, { id: its.id }, []]);
    expect(await desk.told('SharingGrantEnded', another.id)).toEqual([]);
    // Its rows and its name stay.
    expect((await desk.hub.ask(city, '{ participant(id: "lab-1") { id state } }')).data).toEqual({ participant: { id: 'lab-1', state: 'LEFT' } });
    await eventually(() => desk.hub.ask(signatory('lab-1'), '{ viewer { userId } }'), ({ status }) => status === 401);
  });

  it('is answered for by the authority above: what was open passes on, its own duty is dropped, and what that grants stays', async () => {
    const [open] = await desk.apply(city, { holderIds: ['lab-2'] });
    await eventually(() => dutiesOn(open!.id), (duties) => duties.length === 1);
    await leave('lab-2');
    await requested(city, open!.id, ({ state, authority }) => state === 'ESCALATED' && authority?.id === province);
    await eventually(() => dutiesOn(open!.id), (duties) => duties.length === 2 && duties[0]?.state === 'DROPPED');
    expect(await dutiesOn(open!.id)).toEqual([{ holder: 'lab-2', state: 'DROPPED' }, { holder: province, state: 'OPEN' }]);
    const { grants: [grant] } = await desk.done<RequestSeen>(province, 'grantSharing', { requestId: open!.id });
    expect(await stateOf(city, grant!)).toBe('IN_FORCE');
  });

  it('is asked by name alone from then on, and the authority above answers', async () => {
    const [asked] = await desk.apply(city, { holderIds: ['lab-1'] });
    await requested(city, asked!.id, ({ state, authority }) => state === 'ESCALATED' && authority?.id === province);
    expect(await desk.refusedApplication(city, {})).toMatchObject({ code: 'SHARING_HOLDER_UNKNOWN', field: 'holderIds' });
  });

  it('owes nothing that anybody waits for: its duties are passed on at once, whenever they are due, but for those whose clock stands', async () => {
    const [far, paused] = [await opened('platform-1', 20), await opened('platform-1', 20)];
    await desk.hub.database.duty.update({ where: { id: paused }, data: { pausedAt: new Date(), pauseEndsAt: new Date(inDays(5)), nextStageAt: new Date(inDays(5)) } });
    const others = await opened('platform-2', 20);
    await leave('platform-1');
    await eventually(() => desk.hub.database.duty.findUnique({ where: { id: far } }), (duty) => duty?.stage === 'ESCALATED');
    expect(await desk.hub.database.duty.findUnique({ where: { id: far } })).toMatchObject({ escalatedToId: province, state: 'OPEN', nextStageAt: null });
    const fed = await eventually(() => desk.hub.database.exchangeEvent.findMany({ where: { subjectId: far }, orderBy: { position: 'asc' }, select: { kind: true } }), (events) => events.length > 1);
    expect(fed).toEqual([{ kind: 'DutyOpened' }, { kind: 'DutyEscalated' }]);
    for (const id of [paused, others]) expect(await desk.hub.database.duty.findUnique({ where: { id } })).toMatchObject({ stage: null, escalatedToId: null });
    expect((await desk.hub.database.duty.findUniqueOrThrow({ where: { id: paused } })).pausedAt).not.toBeNull();
  });

  it('is recorded by one of two who record it at once, and told once; nobody acts for anybody in it any more', async () => {
    const { database } = desk.hub;
    const given = { delegatorId: 'enterprise-1.1', delegateId: 'enterprise-1.2', role: 'OFFICER', beginsAt: new Date(), until: new Date(inDays(9)), reason: '出差', delegated: {}, delegatedAt: new Date(), holder: 'enterprise-1', concerned: [], state: 'GIVEN', reached: ['GIVEN'] };
    const { id } = await database.delegation.create({ data: given });
    const told = await desk.told('ParticipantChanged', 'enterprise-1');
    expect((await Promise.all([leave('enterprise-1'), leave('enterprise-1')])).sort()).toEqual(['STATE_NOT_POSSIBLE', undefined]);
    expect(await desk.told('ParticipantChanged', 'enterprise-1')).toHaveLength(told.length + 1);
    expect((await database.delegation.findUniqueOrThrow({ where: { id } })).state).toBe('ENDED');
    expect(await desk.told('DelegationEnded', id)).toMatchObject([{ payload: { id } }]);
  });

  it('stays gone: it is not suspended, recorded back, or gone twice', async () => {
    expect(await leave('platform-1')).toBe('STATE_NOT_POSSIBLE');
    for (const act of ['suspendParticipant', 'reinstateParticipant']) {
      expect((await memberAct(desk.hub, 'security', act, { participantId: 'platform-1', reason: '一试' })).refusal?.code).toBe('STATE_NOT_POSSIBLE');
    }
    expect(await seedParticipants(desk.hub.database, userKeepingOf(desk.hub.environment))).toBe(0);
    expect(await desk.hub.database.participant.findUnique({ where: { id: 'platform-1' } })).toMatchObject({ state: 'LEFT', reached: ['ACTIVE', 'LEFT'] });
  });
});

it('an applicant that leaves has asked for nothing any more, and what it was granted ends, also what was granted while it left', async () => {
  const { database } = desk.hub;
  const inStead = (await database.sharingGrant.findFirstOrThrow({ where: { holder: 'lab-2', granted: { path: ['partyId'], equals: province } } })).id;
  const [open] = await desk.apply(county, { holderIds: ['platform-2'], fields: ['Shop.listingsOnSale'], purpose: 'SUPERVISION' });
  await eventually(() => dutiesOn(open!.id), (duties) => duties.length === 1);
  const grant = { granteeId: county, holder: 'platform-2', concerned: [county], fields: ['Shop.listingsOnSale'], purpose: 'SUPERVISION', until: new Date(inDays(9)), granted: { partyId: 'platform-2' }, grantedAt: new Date(), state: 'IN_FORCE', reached: ['IN_FORCE'] };
  const { id: had } = await database.sharingGrant.create({ data: grant });
  await leave(county);
  expect(await database.sharingGrant.findUnique({ where: { id: had } })).toMatchObject({ state: 'LAPSED' });
  expect(await database.sharingRequest.findUnique({ where: { id: open!.id } })).toMatchObject({ state: 'WITHDRAWN' });
  // Its holder is there still, and would be reminded of what nobody asks any more.
  await eventually(() => dutiesOn(open!.id), ([duty]) => duty?.state === 'DROPPED');
  // By somebody who had begun before it left.
  const { id: late } = await database.sharingGrant.create({ data: grant });
  await eventually(() => database.sharingGrant.findUnique({ where: { id: late } }), (found) => found?.state === 'LAPSED');
  for (const id of [had, late]) expect(await desk.told('SharingGrantEnded', id)).toMatchObject([{ payload: { id } }]);
  // The same round has looked at what the authority granted in the stead of one that had left.
  expect(await database.sharingGrant.findUnique({ where: { id: inStead } })).toMatchObject({ state: 'IN_FORCE' });
});

describe('a holder of very many grants', () => {
  it('leaves in one short act, and what that has not ended the sweep ends', async () => {
    const grant = { granteeId: city, holder: 'platform-2', concerned: [city], fields: ['Shop.listingsOnSale'], purpose: 'SUPERVISION', until: new Date(inDays(9)), granted: { partyId: 'platform-2' }, grantedAt: new Date(), state: 'IN_FORCE', reached: ['IN_FORCE'] };
    const before = await desk.hub.database.sharingGrant.count({ where: { holder: 'platform-2', state: 'LAPSED' } });
    await desk.hub.database.sharingGrant.createMany({ data: Array.from({ length: 301 }, () => grant) });
    expect(await leave('platform-2')).toBeUndefined();
    const [byAct] = await desk.hub.database.$queryRaw<{ ended: number }[]>`
      SELECT count(*)::int AS ended FROM kernel.event
      WHERE kind = 'SharingGrantEnded' AND occurred_at = (SELECT max(occurred_at) FROM kernel.event WHERE kind = 'ParticipantChanged' AND subject_id = 'platform-2')`;
    expect(byAct?.ended).toBe(200);
    await eventually(() => desk.hub.database.sharingGrant.count({ where: { holder: 'platform-2', state: 'LAPSED' } }), (lapsed) => lapsed === before + 301);
  });
});
