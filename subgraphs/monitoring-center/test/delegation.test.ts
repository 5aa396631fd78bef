import { randomUUID } from 'node:crypto';
import { auditEntries } from '@hub/kernel/testing/audit-entries.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { analyst, type Hub } from './acts.js';
import { assessedRecord } from './risk.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

/** Carries none of an analyst's roles. */
const steward = { identity: 'steward', user: 1 } as const;
const header = (delegation: string) => ({ 'x-hub-delegation': delegation });
const risks = (delegation: string, asker: Parameters<Hub['ask']>[0] = steward) => hub.ask(asker, '{ assessments(first: 1) { totalCount } }', {}, header(delegation));
const refusedBy = async (delegation: string, asker?: Parameters<Hub['ask']>[0]) => (await risks(delegation, asker)).errors?.[0]?.extensions.code;

/** The exchange tells that an analyst lets the steward act for them. */
function tell(delegatorId: string, changes: object = {}): string {
  const id = randomUUID();
  const payload = { id, delegatorId, delegateId: 'steward.1', role: 'ANALYST', beginsAt: '2026-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z', ...changes };
  hub.others.say({ kind: 'TasksDelegated', subjectType: 'Delegation', subjectId: id, payload });
  return id;
}
const inForce = async (delegatorId: string) => {
  const id = tell(delegatorId);
  await eventually(() => refusedBy(id), (code) => code === undefined);
  return id;
};

/** The centre as the register has it, a user of it changed. */
const recordCenter = async (change: (id: string) => object) => {
  const party = demoParticipants.find(({ id }) => id === 'center')!;
  const users = demoUsersOf(party).map((user) => ({ ...user, ...change(user.id) }));
  hub.others.say({ kind: 'ParticipantChanged', subjectType: 'Participant', subjectId: 'center', payload: { ...party, state: 'ACTIVE', users } });
};

const countersignature = 'id state dismissals { proposed { userId onBehalfOf } countersignature { signed { userId onBehalfOf role } } }';
async function countersign(asker: Parameters<Hub['ask']>[0], assessmentId: string, delegation?: string) {
  const answer = await hub.ask<{ countersignDismissal: { outcomes: { value: Record<string, unknown> | null; refusal: { code: string } | null }[] } }>(
    asker,
    `mutation ($items: [CountersignDismissalInput!]!) { countersignDismissal(items: $items) { outcomes { value { ${countersignature} } refusal { code } } } }`,
    { items: [{ idempotencyKey: randomUUID(), assessmentId, agrees: true, reason: '已复核' }] },
    delegation === undefined ? {} : header(delegation),
  );
  return answer.data.countersignDismissal.outcomes[0]!;
}
/** A serious risk whose dismissal is proposed, and waits for a second person. */
async function proposed(asker: Parameters<Hub['ask']>[0] = analyst, delegation?: string): Promise<string> {
  const { assessmentId } = await assessedRecord(hub, { spread: 'LIMITED', hazardDegree: 'SERIOUS' });
  const items = [{ idempotencyKey: randomUUID(), assessmentId, reason: '证据不成立' }];
  const propose = 'mutation ($items: [DismissRiskInformationInput!]!) { dismissRiskInformation(items: $items) { outcomes { value { state } } } }';
  const { data } = await hub.ask(asker, propose, { items }, delegation === undefined ? {} : header(delegation));
  expect(data).toEqual({ dismissRiskInformation: { outcomes: [{ value: { state: 'DISMISSAL_PROPOSED' } }] } });
  return assessmentId;
}

describe('who acts for another by a delegation of the exchange (代办, 5.4.3 d)', () => {
  it('has the role and no more; both are named on the row, in the audit log and in the log of events', async () => {
    const id = await inForce('center.2');
    const assessmentId = await proposed();
    const { value } = await countersign(steward, assessmentId, id);
    expect(value).toMatchObject({ state: 'DISMISSED', dismissals: [{ countersignature: { signed: { userId: 'steward.1', onBehalfOf: 'center.2', role: 'ANALYST' } } }] });
    expect((await auditEntries(hub.database)).at(-1)).toMatchObject({ user: 'steward.1', onBehalfOf: 'center.2', role: 'ANALYST', acts: { countersignDismissal: { DONE: 1 } } });
    const [event] = await hub.database.$queryRaw<{ actor: object; done: object }[]>`
      SELECT actor, (SELECT payloads->'exchange'->'doneBy' FROM kernel.event WHERE kind = 'DutyClosed' ORDER BY position DESC LIMIT 1) AS done
      FROM kernel.event WHERE kind = 'RiskInformationDismissed' ORDER BY position DESC LIMIT 1`;
    expect(event).toEqual({ actor: { userId: 'steward.1', partyId: 'center', role: 'ANALYST', onBehalfOf: 'center.2' }, done: { userId: 'steward.1', onBehalfOf: 'center.2' } });
    // A role that was not delegated is as closed as before.
    const orders = await hub.ask(steward, 'mutation { recordPurchase(items: []) { outcomes { refusal { code } } } }', {}, header(id));
    expect(orders.errors?.length).toBeGreaterThan(0);
    expect(await auditEntries(hub.database).then((entries) => entries.filter(({ user, onBehalfOf }) => user === 'center.1' && onBehalfOf !== null))).toEqual([]);
  });

  it('counts as both where two persons are demanded (5.1.2 a)', async () => {
    const ofProposer = await inForce('center.1');
    const assessmentId = await proposed();
    expect((await countersign(steward, assessmentId, ofProposer)).refusal).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    const ofAnother = await inForce('center.2');
    expect((await countersign(steward, assessmentId, ofAnother)).value).toMatchObject({ state: 'DISMISSED' });
    // Nor does a delegator confirm what was done in their stead, but another does.
    const inStead = await proposed(steward, ofAnother);
    expect((await countersign({ identity: 'center', user: 2 }, inStead)).refusal).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect((await countersign({ identity: 'center', user: 3 }, inStead)).value).toMatchObject({
      dismissals: [{ proposed: { userId: 'steward.1', onBehalfOf: 'center.2' }, countersignature: { signed: { userId: 'center.3', onBehalfOf: null } } }],
    });
  });

  it.each([
    ['it has not begun', { beginsAt: '2098-01-01T00:00:00Z' }],
    ['it is another’s', { delegateId: 'steward.2' }],
    ['it is of a user of another party', { delegatorId: 'regulator-city.1', role: 'OFFICER' }],
    ['it is of a role that the delegator has not', { role: 'OFFICER' }],
  ])('is refused where %s', async (_why, changes) => {
    const id = tell('center.2', changes);
    // What was told after it is in force: it has been heard of as well.
    await inForce('center.3');
    expect(await refusedBy(id)).toBe('DELEGATION_NOT_IN_FORCE');
  });

  it('is refused at once when it was ended, and when either of the two is active no more', async () => {
    const id = await inForce('center.2');
    hub.others.say({ kind: 'DelegationEnded', subjectType: 'Delegation', subjectId: id, payload: { id } });
    const began = performance.now();
    await eventually(() => refusedBy(id), (code) => code === 'DELEGATION_NOT_IN_FORCE');
    expect(performance.now() - began).toBeLessThan(2000);
    for (const [user, code] of [['center.2', 'DELEGATION_NOT_IN_FORCE'], ['steward.1', 'UNAUTHENTICATED']] as const) {
      const other = await inForce('center.2');
      await recordCenter((each) => (each === user ? { active: false } : {}));
      await eventually(() => refusedBy(other), (told) => told === code);
      await recordCenter(() => ({}));
      await eventually(() => refusedBy(other), (told) => told === undefined);
    }
    await recordCenter((each) => (each === 'center.2' ? { roles: ['SAMPLER'] } : {}));
    await eventually(() => refusedBy(id), (told) => told === 'DELEGATION_NOT_IN_FORCE');
    await recordCenter(() => ({}));
  });

  it('is kept when others are told, and forgotten when it is over, the next time that the log is taken up', async () => {
    const over = tell('center.2', { until: '2026-01-02T00:00:00Z' });
    const still = await inForce('center.3');
    const kept = async () => (await hub.database.$queryRaw<{ id: string }[]>`SELECT id FROM kernel.delegation WHERE id = ANY(${[over, still]}::text[])`).map(({ id }) => id).sort();
    expect(await kept()).toEqual([over, still].sort());
    await hub.restart();
    expect(await eventually(kept, (ids) => ids.length < 2)).toEqual([still]);
    expect(await refusedBy(still)).toBeUndefined();
  });

  it('counts only as it is told again after a restore of the exchange', async () => {
    const id = await inForce('center.3');
    hub.others.restore(0);
    await eventually(() => refusedBy(id), (code) => code === 'DELEGATION_NOT_IN_FORCE');
  });
});
