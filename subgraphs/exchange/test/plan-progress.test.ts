import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService, { logPerOwner: true });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

interface Told {
  owner: string;
  kind: string;
  holder: string;
  subjectId?: string;
  partOf?: string;
  openedAt?: string;
  dueAt?: string;
  concerned?: string[];
}

async function open({ owner, kind, holder, subjectId = 'x', partOf, openedAt = inHours(-100), dueAt = inHours(10), concerned }: Told): Promise<string> {
  const id = randomUUID();
  hub.logOf(owner).say({
    kind: 'DutyOpened',
    subjectType: 'Duty',
    subjectId: id,
    stamps: { holder, concerned: concerned ?? ['center', 'regulator-province'], state: 'OPEN', reached: ['OPEN'] },
    payload: { kind, subjectType: 'Thing', subjectId, role: 'OFFICER', openedAt, dueAt, partOf: partOf ?? null },
  });
  await eventually(() => hub.database.duty.findUnique({ where: { id } }), (duty) => duty !== null);
  return id;
}
async function end(owner: string, id: string, kind: 'DutyClosed' | 'DutyDropped', closedAt = inHours(0)): Promise<void> {
  hub.logOf(owner).say({ kind, subjectType: 'Duty', subjectId: id, payload: { closedAt } });
  await eventually(() => hub.database.duty.findUnique({ where: { id } }), (duty) => duty?.closedAt !== null);
}
async function partOfPlan(kind: string, subjectId: string, partOf: string): Promise<void> {
  hub.logOf('monitoring-center').say({ kind, subjectType: 'Thing', subjectId, payload: { partOf } });
  await eventually(() => hub.database.planPart.findUnique({ where: { subjectId } }), (part) => part !== null);
}

const query = `query ($plans: [_Any!]!) { _entities(representations: $plans) { ... on MonitoringPlan { id progress {
  open done late doneLate steps { kind open done late doneLate desks { party { id } role open late } } } } } }`;
const progressOf = (asker: string, ...planIds: string[]) =>
  hub.ask<{ _entities: { id: string; progress: object | null }[] }>(asker, query, {
    plans: planIds.map((id) => ({ __typename: 'MonitoringPlan', id })),
  });
const nothing = { open: 0, done: 0, late: 0, doneLate: 0, steps: [] };

describe('the progress of a plan (计划进度, 3.1 a)', () => {
  it('is summed by step and desk from duties that name the plan, and from those of labs and platforms who do not know it', async () => {
    const bought = await open({ owner: 'monitoring-center', kind: 'BuySamples', holder: 'center', partOf: 'plan', dueAt: inHours(-5) });
    await end('monitoring-center', bought, 'DutyClosed', inHours(-1));
    await open({ owner: 'monitoring-center', kind: 'BuySamples', holder: 'center', partOf: 'plan', dueAt: inHours(-2) });
    const dropped = await open({ owner: 'monitoring-center', kind: 'BuySamples', holder: 'center', partOf: 'plan', dueAt: inHours(-2) });
    await end('monitoring-center', dropped, 'DutyDropped');
    // Told before the centre tells what the commission and the data are part of.
    await open({ owner: 'labs', kind: 'AcceptCommission', holder: 'lab-1', subjectId: 'commission', openedAt: inHours(-50) });
    await open({ owner: 'labs', kind: 'ReceiveSample', holder: 'lab-1', partOf: 'commission', openedAt: inHours(-40), dueAt: inHours(-1) });
    await open({ owner: 'labs', kind: 'AcceptCommission', holder: 'lab-2', subjectId: 'another', openedAt: inHours(-50) });
    await open({ owner: 'platforms', kind: 'AcknowledgeMonitoringData', holder: 'platform-1', subjectId: 'data', partOf: 'data', openedAt: inHours(-30) });
    await partOfPlan('InspectionCommissioned', 'commission', 'plan');
    await partOfPlan('MonitoringDataFedBack', 'data', 'plan');

    const expected = {
      open: 4,
      done: 1,
      late: 2,
      doneLate: 1,
      steps: [
        { kind: 'BuySamples', open: 1, done: 1, late: 1, doneLate: 1, desks: [{ party: { id: 'center' }, role: 'OFFICER', open: 1, late: 1 }] },
        { kind: 'AcceptCommission', open: 1, done: 0, late: 0, doneLate: 0, desks: [{ party: { id: 'lab-1' }, role: 'OFFICER', open: 1, late: 0 }] },
        { kind: 'ReceiveSample', open: 1, done: 0, late: 1, doneLate: 0, desks: [{ party: { id: 'lab-1' }, role: 'OFFICER', open: 1, late: 1 }] },
        { kind: 'AcknowledgeMonitoringData', open: 1, done: 0, late: 0, doneLate: 0, desks: [{ party: { id: 'platform-1' }, role: 'OFFICER', open: 1, late: 0 }] },
      ],
    };
    for (const asker of ['regulator-province', 'center']) {
      const answer = await progressOf(asker, 'plan');
      expect(answer.errors).toBeUndefined();
      expect(answer.data._entities).toEqual([{ id: 'plan', progress: expected }]);
    }
  });

  it('counts nothing that a list would not show, and is closed to labs and platforms', async () => {
    await open({ owner: 'monitoring-center', kind: 'BuySamples', holder: 'center', partOf: 'hidden', concerned: ['regulator-province'] });
    expect((await progressOf('regulator-city', 'hidden')).data._entities).toEqual([{ id: 'hidden', progress: nothing }]);
    expect((await progressOf('regulator-city', 'none')).data._entities).toEqual([{ id: 'none', progress: nothing }]);
    for (const asker of ['lab-1', 'platform-1', 'merchant-1']) {
      const answer = await progressOf(asker, 'hidden');
      expect(answer.data._entities).toEqual([{ id: 'hidden', progress: null }]);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE', coordinate: 'MonitoringPlan.progress' } }]);
    }
  });

  it('is summed upwards: to each regulator its own plan and those below, and nobody sees a part beside its own', async () => {
    const part = async (planId: string, partOf: string, overseers: string[]) => {
      hub.logOf('regulator').say({ kind: 'MonitoringPlanDrafted', subjectType: 'MonitoringPlan', subjectId: planId, payload: { partOf, overseers } });
      await eventually(() => hub.database.planPart.findUnique({ where: { subjectId: planId } }), (found) => found !== null);
    };
    const buys = (partOf: string, concerned: string[]) => open({ owner: 'monitoring-center', kind: 'BuySamples', holder: 'center', partOf, concerned });
    await buys('of-province', ['regulator-province']);
    await buys('of-city', ['regulator-city']);
    await buys('of-county', ['regulator-county']);
    // A lab's duty on a commission under the plan of the county, of which the lab knows no plan.
    await open({ owner: 'labs', kind: 'AcceptCommission', holder: 'lab-1', subjectId: 'commission-below', concerned: ['center', 'regulator-county'] });
    await partOfPlan('InspectionCommissioned', 'commission-below', 'of-county');
    // Told from below upwards, as logs come.
    await part('of-county', 'of-city', ['regulator-city', 'regulator-province']);
    await part('of-city', 'of-province', ['regulator-province']);
    await part('of-another', 'of-province', ['regulator-province']);
    await buys('of-another', ['regulator-elsewhere']);
    const openOf = async (asker: string) => {
      const { data } = await progressOf(asker, 'of-province', 'of-city', 'of-county', 'of-another');
      return (data._entities as { progress: { open: number } }[]).map(({ progress }) => progress.open);
    };
    expect(await openOf('regulator-province')).toEqual([5, 3, 2, 1]);
    expect(await openOf('regulator-city')).toEqual([3, 3, 2, 0]);
    expect(await openOf('regulator-county')).toEqual([2, 2, 2, 0]);
    // The sums give no duty.
    const { data } = await hub.ask<{ duties: { nodes: { party: { id: string } }[] } }>('regulator-province', '{ duties(first: 100, filter: { kind: ["AcceptCommission"] }) { nodes { subjectId } } }');
    expect(JSON.stringify(data)).not.toContain('commission-below');
  });

  it('a plan is secret from its draft on, and a part of one from when it is assigned until it ends (5.2.2)', async () => {
    const say = (kind: string, subjectId: string, holder: string, concerned: string[]) =>
      hub.logOf('regulator').say({ kind, subjectType: 'Thing', subjectId, stamps: { holder, concerned, state: 'ANY', reached: ['ANY'] }, payload: { partOf: 'plan', overseers: [] } });
    const embargo = (subjectId: string) => hub.database.embargo.findUnique({ where: { subjectId } });
    say('MonitoringPlanDrafted', 'secret-draft', 'regulator-city', ['center']);
    say('MonitoringPlanAssigned', 'secret-part', 'regulator-province', ['regulator-city']);
    await eventually(() => embargo('secret-part'), (found) => found !== null);
    expect((await embargo('secret-draft'))?.parties.toSorted()).toEqual(['center', 'regulator-city']);
    expect((await embargo('secret-part'))?.parties.toSorted()).toEqual(['regulator-city', 'regulator-province']);
    say('PlanAssignmentReturned', 'secret-part', 'regulator-province', ['regulator-city']);
    await eventually(() => embargo('secret-part'), (found) => found?.endedAt != null);
  });

  it('takes one statement for a page of plans', async () => {
    const counting = async (...planIds: string[]) => {
      const { statements } = await statementsOf(() => progressOf('center', ...planIds));
      return statements.filter(({ sql }) => sql.includes('plan_part')).length;
    };
    expect(await counting('plan')).toBe(1);
    expect(await counting('plan', 'hidden', ...Array.from({ length: 48 }, (_, index) => `plan-${index}`))).toBe(1);
  });
});
