import { operatorsCalendar } from '@hub/kernel/calendar/operators-calendar.js';
import { workingDaysAfter } from '@hub/kernel/calendar/working-days-after.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { workingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskSettingsOf } from '../src/environment.js';
import { sharingSweep } from '../src/sharing/sharing-sweep.js';
import { suspended } from './member-acts.js';
import { asTold, inDays, sharingDesk, signatory, steward, type GrantSeen, type RequestSeen, type SharingDesk } from './sharing-desk.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let desk: SharingDesk;
beforeAll(async () => {
  desk = await sharingDesk();
});
afterAll(() => desk.hub.close());

const city = 'regulator-city';
const lab = signatory('lab-1');

describe('an application for fields of 有条件共享', () => {
  it('becomes a request to each holder that is named, under one application, with a clock of ten working days', async () => {
    const before = new Date();
    const requests = await desk.apply(city, { holderIds: ['lab-1', 'lab-2'], explanation: '核查签字权限' });
    expect(requests.map(({ holder, state, fields }) => [holder.id, state, fields])).toEqual([
      ['lab-1', 'SUBMITTED', ['Lab.signatories']],
      ['lab-2', 'SUBMITTED', ['Lab.signatories']],
    ]);
    expect(new Set(requests.map(({ application }) => application)).size).toBe(1);
    const calendar = operatorsCalendar(desk.hub.environment);
    const due = [before, new Date()].map((time) => asTold(workingDaysAfter(time, 10, calendar)));
    for (const { dueAt } of requests) expect(due).toContain(dueAt);
    const [mine] = requests;
    const [duty] = await eventually(() => desk.duties(lab, mine!.id), (duties) => duties.length > 0);
    expect(duty).toMatchObject({ kind: 'AnswerSharingRequest', state: 'OPEN', role: 'SIGNATORY', party: { id: 'lab-1' }, dueAt: mine!.dueAt });
  });

  it('goes to all who may hold such rows where no holder is named, and to the holder of a thing that is', async () => {
    expect((await desk.apply(city)).map(({ holder }) => holder.id)).toEqual(['lab-1', 'lab-2']);
    desk.hub.logOf('labs').say({ kind: 'LabScopeRecorded', subjectType: 'Lab', subjectId: 'lab-2', payload: null, stamps: { holder: 'lab-2' } });
    const ofThing = () => desk.act<{ requests: RequestSeen[] }>(city, 'requestSharing', { resource: 'Lab', subjectId: 'lab-2', purpose: 'SUPERVISION', until: inDays(5) });
    const { value } = await eventually(ofThing, ({ refusal }) => refusal === null);
    expect(value?.requests.map(({ holder, fields }) => [holder.id, fields])).toEqual([['lab-2', ['Lab.signatories']]]);
  });

  it('asks each holder for what it may hold, of the whole resource that is named', async () => {
    const requests = await desk.apply('regulator-province', { fields: ['Lab.signatories', 'Shop.listingsOnSale'], holderIds: ['lab-1', 'platform-2'] });
    expect(requests.map(({ holder, fields }) => [holder.id, fields])).toEqual([
      ['lab-1', ['Lab.signatories']],
      ['platform-2', ['Shop.listingsOnSale']],
    ]);
  });

  it('is refused by code where it would be in vain: no such field, no clause, no purpose, no holder, no time', async () => {
    const refused = async (asker: Parameters<SharingDesk['refusedApplication']>[0], item: object) => {
      const refusal = await desk.refusedApplication(asker, item);
      return [refusal?.code, refusal?.field];
    };
    expect(await refused(city, { fields: ['Lab.nothing'] })).toEqual(['SHARING_FIELD_UNKNOWN', 'fields.0']);
    expect(await refused(city, { fields: ['Lab.cma'] })).toEqual(['SHARING_FIELD_UNKNOWN', 'fields.0']);
    expect(await refused('platform-1', {})).toEqual(['SHARING_NOT_FOR_APPLICANT', 'fields.0']);
    expect(await refused(city, { fields: ['Shop.listingsOnSale'], purpose: 'STATISTICS' })).toEqual(['SHARING_NOT_FOR_APPLICANT', 'fields.0']);
    expect(await refused(city, { holderIds: ['platform-1'] })).toEqual(['SHARING_HOLDER_UNKNOWN', 'holderIds']);
    expect(await refused(city, { holderIds: ['lab-9'] })).toEqual(['SHARING_HOLDER_UNKNOWN', 'holderIds.0']);
    expect(await refused(city, { resource: 'Lab', subjectId: 'lab-9' })).toEqual(['SHARING_HOLDER_UNKNOWN', 'subjectId']);
    expect(await refused(city, { until: inDays(-1) })).toEqual(['TIME_IN_PAST', 'until']);
    expect(await refused(city, { fields: [] })).toEqual(['VALUE_INVALID', 'fields']);
  });

  it('that is not the caller’s is not even looked at by an act: what could not be locked may have come to concern it since', async () => {
    const [request] = await desk.apply(city, { holderIds: ['lab-1'] });
    const { result, statements } = await statementsOf(() => desk.act(signatory('lab-2'), 'refuseSharing', { requestId: request!.id, ground: '保密义务' }));
    expect(result.refusal).toMatchObject({ code: 'NOT_FOUND' });
    const locking = statements.findIndex(({ sql }) => /FROM sharing_request\b.*FOR UPDATE/.test(sql));
    expect(locking).toBeGreaterThanOrEqual(0);
    // The sweep of the desk looks at requests too, and names none.
    expect(statements.slice(locking + 1).filter(({ sql }) => sql.includes('"sharing_request"."id" = '))).toEqual([]);
  });

  it('is seen by applicant and holder, and by no competitor', async () => {
    const [request] = await desk.apply(city, { holderIds: ['lab-1'] });
    const seenBy = async (asker: Parameters<SharingDesk['requests']>[0]) => (await desk.requests(asker, { application: request!.application })).length;
    expect([await seenBy(city), await seenBy(lab), await seenBy(signatory('lab-2')), await seenBy('platform-1'), await seenBy('regulator-province')]).toEqual([1, 1, 0, 0, 0]);
  });
});

describe('the holder’s desk', () => {
  it('grants a part, until a time of its own, which is told to every owner and ends the duty', async () => {
    const [request] = await desk.apply('regulator-province', { fields: ['Lab.signatories', 'SampleReceipt.custody'], holderIds: ['lab-1'], until: inDays(60) });
    const until = inDays(30);
    const granted = await desk.done<RequestSeen>(lab, 'grantSharing', { requestId: request!.id, fields: ['Lab.signatories'], until });
    expect(granted).toMatchObject({ state: 'GRANTED_IN_PART', decided: { partyId: 'lab-1' }, grants: [{ state: 'IN_FORCE', fields: ['Lab.signatories'], until: asTold(new Date(until)), purpose: 'HAZARD_HANDLING' }] });
    const [grant] = granted.grants;
    expect(await desk.told('SharingGranted', grant!.id)).toEqual([
      {
        receivers: expect.arrayContaining(['exchange', 'labs', 'monitoring-center', 'platforms', 'registry', 'regulator']),
        payload: { id: grant!.id, granteeId: 'regulator-province', holderId: 'lab-1', coordinates: ['Lab.signatories'], purpose: 'HAZARD_HANDLING', until },
      },
    ]);
    await eventually(() => desk.duties(lab, request!.id), (duties) => duties.every(({ state }) => state === 'DONE'));
    expect((await desk.grants('regulator-province', { state: ['IN_FORCE'] })).map(({ id }) => id)).toContain(grant!.id);
  });

  it('grants nothing that was not asked for, and nothing twice', async () => {
    const [request] = await desk.apply(city, { holderIds: ['lab-1'], until: inDays(10) });
    const grant = async (item: object) => (await desk.act(lab, 'grantSharing', { requestId: request!.id, ...item })).refusal;
    expect(await grant({ fields: ['SampleReceipt.custody'] })).toMatchObject({ code: 'SHARING_GRANT_WIDER', field: 'fields.0' });
    expect(await grant({ fields: [] })).toMatchObject({ code: 'VALUE_REQUIRED', field: 'fields' });
    expect(await grant({ until: inDays(11) })).toMatchObject({ code: 'SHARING_GRANT_WIDER', field: 'until' });
    expect(await grant({})).toBeNull();
    expect(await grant({})).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'GRANTED' });
  });

  it('refuses with a legal ground, which the applicant reads', async () => {
    const [request] = await desk.apply(city, { holderIds: ['lab-1'] });
    for (const ground of ['', ' \u200b ']) expect((await desk.act(lab, 'refuseSharing', { requestId: request!.id, ground })).refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'ground' });
    await desk.done(lab, 'refuseSharing', { requestId: request!.id, ground: '合同约定的保密义务' });
    expect(await desk.requests(city, { application: request!.application })).toMatchObject([{ state: 'REFUSED', refusalGround: '合同约定的保密义务', grants: [] }]);
  });

  it('takes ten more working days once, with a reason', async () => {
    const [request] = await desk.apply(city, { holderIds: ['lab-1'] });
    const extended = await desk.done<RequestSeen>(lab, 'extendSharingRequest', { requestId: request!.id, reason: '需内部核对' });
    const calendar = operatorsCalendar(desk.hub.environment);
    expect(extended).toMatchObject({ state: 'EXTENDED', extensionReason: '需内部核对', dueAt: asTold(workingDaysAfter(new Date(Date.parse(request!.dueAt) - 1), 10, calendar)) });
    await eventually(() => desk.duties(lab, request!.id), (duties) => duties.some(({ state, dueAt }) => state === 'OPEN' && dueAt === extended.dueAt) && duties.some(({ state }) => state === 'DROPPED'));
    expect((await desk.act(lab, 'extendSharingRequest', { requestId: request!.id, reason: '再延' })).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'EXTENDED' });
  });

  it('takes no more time once its limit has passed: what is late stays late', async () => {
    const unswept = await sharingDesk({ SHARING_SWEEP_SECONDS: '3600' });
    try {
      const [request] = await unswept.apply(city, { holderIds: ['lab-1'] });
      await unswept.hub.database.sharingRequest.update({ where: { id: request!.id }, data: { dueAt: new Date(Date.now() - 1_000) } });
      expect((await unswept.act(lab, 'extendSharingRequest', { requestId: request!.id, reason: '需内部核对' })).refusal).toMatchObject({ code: 'SHARING_LIMIT_PASSED' });
    } finally {
      await unswept.hub.close();
    }
  });

  it('is closed to the applicant, who may withdraw instead and thereby ends the duty', async () => {
    const [request] = await desk.apply(city, { holderIds: ['lab-1'] });
    expect((await desk.act(city, 'grantSharing', { requestId: request!.id })).refusal).toMatchObject({ code: 'NOT_FOUND' });
    expect((await desk.act(signatory('lab-2'), 'grantSharing', { requestId: request!.id })).refusal).toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk.done(city, 'withdrawSharingRequest', { requestId: request!.id })).toMatchObject({ state: 'WITHDRAWN' });
    await eventually(() => desk.duties(lab, request!.id), (duties) => duties.every(({ state }) => state === 'DROPPED'));
  });

  it('tells both live that a request was made and has moved on', async () => {
    const heard = await desk.hub.subscribe<{ sharingRequestMoved: { kind: string; sharingRequest: { id: string } } }>(lab, 'subscription ($after: String) { sharingRequestMoved(after: $after, filter: { applicantId: "regulator-county" }) { kind sharingRequest { id } } }', { after: await desk.hub.cursorOfNow() });
    const [request] = await desk.apply('regulator-county', { holderIds: ['lab-1'] });
    await desk.done(lab, 'refuseSharing', { requestId: request!.id, ground: '保密义务' });
    const told = (await heard.until(2)).map(({ data }) => [data.sharingRequestMoved.kind, data.sharingRequestMoved.sharingRequest.id]);
    expect(told).toEqual([['SharingRequested', request!.id], ['SharingRequestMoved', request!.id]]);
    await heard.leave();
  });
});

describe('a grant', () => {
  const granted = async (until = inDays(20)): Promise<GrantSeen> => {
    const [request] = await desk.apply(city, { holderIds: ['lab-1'], until });
    return (await desk.done<RequestSeen>(lab, 'grantSharing', { requestId: request!.id })).grants[0]!;
  };

  it('is withdrawn by the holder or by the grantee, each with a reason, and every owner is told', async () => {
    for (const who of [lab, city]) {
      const { id } = await granted();
      expect((await desk.act('platform-1', 'withdrawSharing', { grantId: id, reason: '无关' })).refusal).toMatchObject({ code: 'NOT_FOUND' });
      expect(await desk.done(who, 'withdrawSharing', { grantId: id, reason: '目的已实现' })).toMatchObject({ state: 'WITHDRAWN', withdrawalReason: '目的已实现' });
      expect(await desk.told('SharingGrantEnded', id)).toMatchObject([{ payload: { id } }]);
    }
  });

  it('expires by itself, which is told once, also where several processes look', async () => {
    const ids: string[] = [];
    for (let number = 0; number < 10; number += 1) ids.push((await granted()).id);
    const calendar = operatorsCalendar(desk.hub.environment);
    const others = [1, 2, 3].map(() => sharingSweep({ database: desk.hub.database, calendar: () => calendar, seconds: 0.01, log: silent }));
    await desk.hub.database.sharingGrant.updateMany({ where: { id: { in: ids } }, data: { until: new Date(Date.now() - 1000) } });
    await eventually(() => desk.grants(city, { state: ['EXPIRED'] }), (grants) => ids.every((id) => grants.some((grant) => grant.id === id)));
    await Promise.all(others.map((other) => other.stop()));
    for (const id of ids) expect(await desk.told('SharingGrantEnded', id)).toHaveLength(1);
  });
});

describe('silence', () => {
  const overdue = (id: string) => desk.hub.database.sharingRequest.update({ where: { id }, data: { dueAt: new Date(Date.now() - 1000) } });
  const until = (asker: Parameters<SharingDesk['requests']>[0], id: string, satisfied: (request: RequestSeen) => boolean) =>
    eventually(async () => (await desk.requests(asker)).find((request) => request.id === id), (request) => request !== undefined && satisfied(request));

  it('of a lab passes the request to the centre that commissioned it last, which may grant in its stead, on record', async () => {
    desk.hub.logOf('monitoring-center').say({ kind: 'InspectionCommissioned', subjectType: 'InspectionCommission', subjectId: 'c-1', payload: {}, stamps: { holder: 'center', concerned: ['lab-1', 'regulator-province', 'regulator-city'] } });
    await eventually(() => desk.hub.database.exchangeEvent.count({ where: { kind: 'InspectionCommissioned' } }), (count) => count === 1);
    const [request] = await desk.apply(city, { holderIds: ['lab-1'] });
    expect((await desk.act(steward, 'grantSharing', { requestId: request!.id })).refusal).toMatchObject({ code: 'NOT_FOUND' });
    await overdue(request!.id);
    await until(city, request!.id, ({ state, authority }) => state === 'ESCALATED' && authority?.id === 'center');
    await eventually(() => desk.duties(steward, request!.id), (duties) => duties.some(({ party, role, state }) => party.id === 'center' && role === 'DATA_STEWARD' && state === 'OPEN'));
    const granted = await desk.done<RequestSeen>(steward, 'grantSharing', { requestId: request!.id });
    expect(granted).toMatchObject({ state: 'GRANTED', holder: { id: 'lab-1' }, decided: { partyId: 'center' }, grants: [{ granted: { partyId: 'center' } }] });
    await eventually(() => desk.duties(lab, request!.id), (duties) => duties.every(({ state }) => state === 'DONE'));
    // What it has granted in the lab's stead it may withdraw, as the lab may.
    const withdrawn = await desk.done<GrantSeen>(steward, 'withdrawSharing', { grantId: granted.grants[0]!.id, reason: '所依据的委托已结束' });
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', withdrawalReason: '所依据的委托已结束' });
  });

  it('of a lab tells nobody who commissioned it but those whom the commission concerns: for others the regulator of its place answers', async () => {
    desk.hub.logOf('monitoring-center').say({ kind: 'InspectionCommissioned', subjectType: 'InspectionCommission', subjectId: 'c-2', payload: {}, stamps: { holder: 'center', concerned: ['lab-2', 'regulator-province'] } });
    await eventually(() => desk.hub.database.exchangeEvent.count({ where: { subjectId: 'c-2' } }), (count) => count === 1);
    const [request] = await desk.apply(city, { holderIds: ['lab-2'] });
    await overdue(request!.id);
    await until(city, request!.id, ({ state, authority }) => state === 'ESCALATED' && authority?.id === 'regulator-province');
    expect((await desk.act(steward, 'grantSharing', { requestId: request!.id })).refusal).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of a platform passes it to the lowest regulator of its place, of a regulator to the one above, and never to the applicant', async () => {
    const [request] = await desk.apply(city, { fields: ['Shop.listingsOnSale'], holderIds: ['platform-1'] });
    await overdue(request!.id);
    // 330106 lies in no county of the demo; the city has asked itself; so the province.
    await until(city, request!.id, ({ authority }) => authority?.id === 'regulator-province');
    // Above the province there is nobody: it stays where it is, late.
    await overdue(request!.id);
    await desk.done('regulator-province', 'refuseSharing', { requestId: request!.id, ground: '与监管目的无关' });
    expect(await desk.requests(city, { application: request!.application })).toMatchObject([{ state: 'REFUSED', decided: { partyId: 'regulator-province' } }]);
  });

  it('is not waited for where the holder is suspended: what was open passes on, and nothing new is put to it', async () => {
    const [open] = await desk.apply(city, { holderIds: ['lab-2'] });
    const [before] = await desk.apply(city, { holderIds: ['lab-2'], fields: ['Lab.signatories'] });
    const grant = (await desk.done<RequestSeen>(signatory('lab-2'), 'grantSharing', { requestId: before!.id })).grants[0]!;
    await suspended(desk.hub, 'lab-2');
    await until(city, open!.id, ({ state }) => state === 'ESCALATED');
    expect(await desk.refusedApplication(city, { holderIds: ['lab-2'] })).toMatchObject({ code: 'SHARING_HOLDER_SUSPENDED', field: 'holderIds.0' });
    expect((await desk.apply(city)).map(({ holder }) => holder.id)).toEqual(['lab-1']);
    expect((await desk.grants(city, { state: ['IN_FORCE'] })).map(({ id }) => id)).toContain(grant.id);
  });
});

describe('the settings of the desk', () => {
  it('stop the start where they are wrong, with their name and a right example', () => {
    const { environment } = desk.hub;
    const wrong = (name: string, value: string) => ({ ...environment, variables: { ...environment.variables, [name]: value } });
    expect(() => deskSettingsOf(wrong('SHARING_SWEEP_SECONDS', 'soon'))).toThrow(/SHARING_SWEEP_SECONDS .*10/);
    expect(() => operatorsCalendar(wrong('WORKING_CALENDAR_FILE', '/nowhere.json'))).toThrow(/WORKING_CALENDAR_FILE .*2027/);
    expect(operatorsCalendar(environment)).toHaveProperty('2027');
  });
});

it('knows the years that come with the hub', () => {
  expect(Object.keys(workingCalendar)).toEqual(expect.arrayContaining(['2024', '2025', '2026']));
});
