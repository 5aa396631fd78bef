import type { Month, Order } from './month.js';
import { analysts, cityOfficers, cityRegulators, labStaff, platformOfficers, province, samplers, type LabId, type PlatformId } from './parties.js';
import { inTurn, workedOff } from './tasks.js';

const [analyst] = analysts;
const platformIds = Object.keys(platformOfficers) as PlatformId[];
const labIds = Object.keys(labStaff) as LabId[];
const deadline = '2099-06-30T18:00:00+08:00';

export const budget = { province: '90000.00', city: '42000.00' } as const;

/** Two products: an electrical one, for which the first and the third lab are accredited, and clothes, for which the first and the second are. */
const products = [
  { categoryCode: '0706', name: '电热水壶', testItems: [{ code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13' }] },
  { categoryCode: '0302', name: '儿童连帽衫', testItems: [{ code: 'CORD', name: '绳带', standardNumber: 'GB 31701', standardVersion: '2015', clause: '5.4' }] },
];
/** Three of the five samplers buy the first product, two the second. */
const productOf = (sampler: number) => (sampler < 3 ? 1 : 2);
const ordersOf = (planProduct: number) => samplers.filter((_, n) => productOf(n) === planProduct).length;

/** How many batches of each product a city has: every sampler buys for both. */
export const partOfCity = (perOrder: number) => products.map((_, index) => ({ position: index + 1, batches: ordersOf(index + 1) * perOrder }));

/** The centre escalates what it has assessed, and the province accepts the report and issues a plan upon it (3.1 b). */
export async function issuePlan(month: Month): Promise<void> {
  const risk = await month.one(analyst!, 'takeInRiskInformation', {
    ...{ channel: 'INTERNET', productName: '电热水壶', hazardItem: '触电', hazardDegree: 'HIGH', scope: { units: 1200 }, observedOn: '2026-03-01' },
    sourceRecord: { source: 'month', key: month.run, content: '{}' },
  });
  const assessment = await month.one(analyst!, 'assessRiskInformation', {
    ...{ riskInformationId: risk.id, method: 'CONSEQUENCE_LIKELIHOOD_MATRIX', hazardDegree: 'HIGH', severity: 4 },
    ...{ probability: 'OVER_1_IN_1000', spread: 'COMMON', evidence: '多平台多品牌均有投诉' },
  });
  const report = await month.one(analyst!, 'escalateAssessment', {
    ...{ assessmentIds: [assessment.id], title: '电热水壶触电风险评估报告', summary: '具有共性问题', recommendation: '开展监测', submitToId: 'regulator-province' },
  });
  await workedOff(month, 'DecideAssessmentReport', [report.id], { on: (id) => id, by: () => province, act: 'decideAssessmentReport', items: (reportId) => [{ reportId, outcome: 'ACCEPTED' }] });
  const plan = await month.one(province, 'draftMonitoringPlan', {
    ...{ title: '网上销售电热水壶、儿童连帽衫监督抽查计划', nature: 'SUPERVISION_SAMPLING', reportIds: [report.id], centerId: 'center', platformIds, deadline },
    budget: { amount: budget.province },
    // No plan of the months before had it: a city may not sample again what is sampled above (5.2.2).
    products: products.map((product, index) => ({ ...product, name: `${product.name}（${month.run}）`, batches: 2 * (partOfCity(month.perOrder)[index]?.batches ?? 0) })),
  });
  await month.done(province, 'issueMonitoringPlan', [{ planId: plan.id }]);
  month.planId = plan.id;
}

/** The province assigns a part to a city (3.1 a). */
export async function assignPart(month: Month, city: 0 | 1, part = partOfCity(month.perOrder)): Promise<string> {
  const { id } = await month.one(province, 'assignMonitoringPlan', { planId: month.planId, assigneeId: cityRegulators[city], products: part, budget: { amount: budget.city } });
  month.cities[city].assignmentId = id;
  return id;
}

/** Both cities accept their parts and issue the plans that carry them out. */
export async function acceptParts(month: Month): Promise<void> {
  const made = await workedOff(month, 'AnswerPlanAssignment', month.cities, {
    on: ({ assignmentId }) => assignmentId,
    by: inTurn(cityOfficers),
    act: 'acceptPlanAssignment',
    items: ({ assignmentId }) => [{ assignmentId, centerId: 'center' }],
    reads: 'carriedOutBy { id }',
  });
  for (const [index, city] of month.cities.entries()) {
    city.planId = (made[index]?.[0]?.['carriedOutBy'] as { id: string }).id;
    await month.done(cityOfficers[index]!, 'issueMonitoringPlan', [{ planId: city.planId }]);
  }
}

/** The centre drafts a work plan for each and starts it (5.2.1). */
export async function startWorkPlans(month: Month): Promise<void> {
  for (const city of month.cities) {
    const workPlan = await month.one(
      analyst!,
      'draftWorkPlan',
      {
        ...{ planId: city.planId, scope: '两个平台', method: 'SIMULATED_CONSUMPTION', platformIds, labIds, samplerIds: samplers.map(({ identity }) => identity) },
        ...{ samplingFrom: new Date().toISOString(), samplingUntil: '2099-04-30T18:00:00+08:00', receivingPlace: '湖滨市样品库' },
      },
      { until: 'PLAN_NOT_OPEN' },
    );
    city.workPlanId = workPlan.id;
  }
  await workedOff(month, 'StartWorkPlan', month.cities, { on: ({ planId }) => planId, by: inTurn(analysts), act: 'startWorkPlan', items: ({ workPlanId }) => [{ workPlanId }] });
}

/** Each of five samplers is given an order for either city (5.2.2). */
export async function orderSamples(month: Month): Promise<void> {
  for (const city of [0, 1] as const) {
    const orders = samplers.map((sampler, n): Order => ({ city, sampler, planProduct: productOf(n), platformId: platformIds[n % 2]!, batches: month.perOrder, id: '' }));
    month.orders.push(...(await placeOrders(month, orders)));
  }
}

export async function placeOrders(month: Month, orders: readonly Order[]): Promise<readonly Order[]> {
  const made = await month.done(
    analyst!,
    'orderSampling',
    orders.map(({ city, planProduct, platformId, batches, sampler }) => ({ workPlanId: month.cities[city].workPlanId, planProduct, platformId, batches, samplerId: sampler.identity })),
  );
  return orders.map((order, index) => Object.assign(order, { id: made[index]?.id ?? '' }));
}

/** Who tests what of which city: three labs, of which each is accredited for what it gets. */
export const labOf = ({ city, planProduct }: Order): LabId => (planProduct === 2 ? 'lab-2' : city === 0 ? 'lab-1' : 'lab-3');
