import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
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

interface Spent {
  readonly kind: string;
  readonly amount: string;
  readonly currency?: string;
}

/** The centre tells what it spent by something, under a plan of a regulator. */
async function told(kind: string, { subjectId = randomUUID(), planId, regulator, spent = [] }: { subjectId?: string; planId?: string; regulator: string; spent?: Spent[] }): Promise<string> {
  const id = hub.logOf('monitoring-center').say({
    kind, subjectType: kind.startsWith('Purchase') ? 'Purchase' : 'InspectionCommission', subjectId,
    stamps: { holder: 'center', concerned: [regulator], state: 'RECORDED', reached: ['RECORDED'] },
    payload: planId === undefined ? null : { partOf: planId, spent: spent.map((each) => ({ currency: 'CNY', ...each })) },
  });
  await eventually(() => hub.database.exchangeEvent.findUnique({ where: { id: `monitoring-center:${id}` } }), (heard) => heard !== null);
  return subjectId;
}
const bought = (planId: string, regulator: string, amount: string, more: Spent[] = []) => told('PurchaseRecorded', { planId, regulator, spent: [{ kind: 'PURCHASE', amount }, ...more] });
async function part(planId: string, partOf: string, overseers: string[]): Promise<void> {
  hub.logOf('regulator').say({ kind: 'MonitoringPlanDrafted', subjectType: 'MonitoringPlan', subjectId: planId, payload: { partOf, overseers } });
  await eventually(() => hub.database.planPart.findUnique({ where: { subjectId: planId } }), (found) => found !== null);
}

const query = 'query ($plans: [_Any!]!) { _entities(representations: $plans) { ... on MonitoringPlan { spending { currency purchases freight refunds testFees total } } } }';
const spendingOf = async (asker: Asker, ...planIds: string[]) => {
  const { data, errors } = await hub.ask<{ _entities: { spending: object[] | null }[] }>(asker, query, { plans: planIds.map((id) => ({ __typename: 'MonitoringPlan', id })) });
  return { spending: data._entities.map(({ spending }) => spending), code: errors?.[0]?.extensions.code };
};
const of = (total: string, more: object = {}) => ({ currency: 'CNY', purchases: total, freight: '0', refunds: '0', testFees: '0', total, ...more });

describe('what was spent under a plan (经费支出, 3.1 a)', () => {
  it('is purchases, freight and the fees of commissions that stand, less refunds, by currency; each amount once', async () => {
    const regulator = 'regulator-province';
    const subjectId = await bought('plan', regulator, '100.10', [{ kind: 'FREIGHT', amount: '8' }]);
    await bought('plan', regulator, '30.00', [{ kind: 'FREIGHT', amount: '2', currency: 'USD' }]);
    await told('PurchaseReturned', { subjectId, planId: 'plan', regulator, spent: [{ kind: 'REFUND', amount: '40.5' }] });
    const commissioned = () => told('InspectionCommissioned', { planId: 'plan', regulator, spent: [{ kind: 'TEST_FEE', amount: '800' }] });
    await commissioned();
    for (const end of ['InspectionCommissionDeclined', 'CommissionWithdrawn', 'CommissionLetGo']) await told(end, { subjectId: await commissioned(), regulator });
    // As after a restore of the exchange, which hears the same again.
    await told('PurchaseRecorded', { subjectId, planId: 'plan', regulator, spent: [{ kind: 'PURCHASE', amount: '100.10' }] });
    const spent = [
      { currency: 'CNY', purchases: '130.10', freight: '8', refunds: '40.5', testFees: '800', total: '897.60' },
      { currency: 'USD', purchases: '0', freight: '2', refunds: '0', testFees: '0', total: '2' },
    ];
    for (const asker of [regulator, 'center']) expect((await spendingOf(asker, 'plan')).spending).toEqual([spent]);
  });

  it('is summed upwards, by currency, to each regulator with the plans below its own and no other part', async () => {
    await bought('of-province', 'regulator-province', '10.00');
    await bought('of-city', 'regulator-city', '200.00');
    await bought('of-county', 'regulator-county', '3000.00');
    await bought('of-another', 'regulator-elsewhere', '40000.00');
    // Told from below upwards, as logs come.
    await part('of-county', 'of-city', ['regulator-city', 'regulator-province']);
    await part('of-city', 'of-province', ['regulator-province']);
    await part('of-another', 'of-province', ['regulator-province']);
    const all = ['of-province', 'of-city', 'of-county', 'of-another'];
    expect((await spendingOf('regulator-province', ...all)).spending).toEqual([[of('43210.00')], [of('3200.00')], [of('3000.00')], [of('40000.00')]]);
    // Of the plan above, whose id it may know, a regulator learns nothing: not even which of its own lies below.
    expect((await spendingOf('regulator-city', ...all)).spending).toEqual([[], [of('3200.00')], [of('3000.00')], []]);
    expect((await spendingOf('regulator-county', ...all)).spending).toEqual([[], [], [of('3000.00')], []]);
    // The centre of all of them gets what it spent under each, and does not see that one is part of another.
    expect((await spendingOf('center', 'of-province', 'of-city')).spending).toEqual([[of('10.00')], [of('200.00')]]);
  });

  it('is told to officers and analysts alone, in one statement for many plans, and of a plan that is nobody’s there is nothing', async () => {
    for (const asker of ['lab-1', 'platform-1', 'merchant-1', 'steward', { identity: 'center', role: 'SAMPLER' }] as const) {
      expect(await spendingOf(asker, 'plan')).toEqual({ spending: [null], code: 'SHARING_NOT_IN_AUDIENCE' });
    }
    const { result, statements } = await statementsOf(() => spendingOf('regulator-city', 'no such plan', 'plan', 'of-city'));
    expect(result).toEqual({ spending: [[], [], [of('3200.00')]], code: undefined });
    expect(statements.filter(({ sql }) => sql.includes('plan_spending'))).toHaveLength(1);
  });
});
