import type { Asker } from '../../../../scripts/src/asking/asked-hub.js';
import type { Month } from '../../../../scripts/src/month/month.js';
import { analysts, cityOfficers, labStaff, merchant, platformOfficers, province, type LabId } from '../../../../scripts/src/month/parties.js';

const [analyst] = analysts as [Asker, Asker];
interface Counted {
  readonly totalCount: number;
}
/** Lists by a name for each, and how many each has; null where a list is closed. */
async function counted<Name extends string>(month: Month, by: Asker, lists: Readonly<Record<Name, string>>): Promise<Record<Name, number | null>> {
  const query = Object.entries(lists).map(([name, list]) => `${name}: ${String(list)} { totalCount }`);
  const { data } = await month.hub.ask(by, `{ ${query.join(' ')} }`);
  return Object.fromEntries(Object.entries(data ?? {}).map(([name, list]) => [name, (list as Counted | null)?.totalCount ?? null])) as Record<Name, number | null>;
}

/** What a lab reads of the samples that it was given: what is closed to it is null. */
export async function knownToLab(month: Month, lab: LabId): Promise<readonly object[]> {
  const { data } = await month.hub.ask(labStaff[lab].technicians[0]!, '{ samples(first: 500) { nodes { blindNumber number productName purchase { id } } } }');
  return (data?.['samples'] as unknown as { nodes: readonly object[] }).nodes;
}

/** What the centre has in the end, by what became of it. */
export const countsOfCentre = (month: Month) =>
  counted(month, analyst, {
    bought: 'purchases',
    returned: 'samples(filter: { state: [RETURNED] })',
    failed: 'samples(filter: { state: [INSPECTION_FAILED] })',
    fedBack: 'samples(filter: { state: [FED_BACK] })',
    toldAtLast: 'monitoringDataList(filter: { state: [FED_BACK] })',
    superseded: 'monitoringDataList(filter: { state: [SUPERSEDED] })',
    cancelledOrders: 'samplingOrders(filter: { state: [CANCELLED] })',
    fulfilledOrders: 'samplingOrders(filter: { state: [FULFILLED] })',
  });

/** Open tasks on anybody's list, in words. */
export async function leftOver(month: Month, everybody: readonly Asker[]): Promise<string[]> {
  const lists = await Promise.all(everybody.map((by) => month.read<{ myTasks: { nodes: { kind: string; subjectId: string }[] } }>(by, '{ myTasks(first: 100) { nodes { kind subjectId } } }')));
  return lists.flatMap(({ myTasks }, index) => myTasks.nodes.map(({ kind, subjectId }) => `${everybody[index]!.identity}: ${kind} ${subjectId}`));
}

/** Progress of a plan as its regulator follows it (3.1 a). */
export async function progressOf(month: Month, by: Asker, planId: string): Promise<{ open: number; done: number; late: number; doneLate: number }> {
  const query = 'query ($id: ID!) { monitoringPlan(id: $id) { progress { open done late doneLate } } }';
  return (await month.read<{ monitoringPlan: { progress: { open: number; done: number; late: number; doneLate: number } } }>(by, query, { id: planId })).monitoringPlan.progress;
}

interface Spent {
  readonly purchases: string;
  readonly freight: string;
  readonly refunds: string;
  readonly testFees: string;
  readonly total: string;
}
interface Amount {
  readonly amount: string;
}

/** What each city reads of what was spent under its plan beside its budget, and the province of all plans below, beside what it has assigned. */
export async function spendingOf(month: Month) {
  const ofCity = 'query ($id: ID!) { monitoringPlan(id: $id) { budget { amount } spending { purchases freight refunds testFees total } } }';
  const cities = await Promise.all(
    month.cities.map(async ({ planId }, city) => {
      const { monitoringPlan } = await month.read<{ monitoringPlan: { budget: Amount; spending: readonly [Spent] } }>(cityOfficers[city]!, ofCity, { id: planId });
      return { ...monitoringPlan.spending[0], budget: monitoringPlan.budget.amount };
    }),
  );
  const ofProvince = 'query ($id: ID!) { monitoringPlan(id: $id) { budget { amount } assignedBudget { amount } spending { purchases freight refunds testFees total } } }';
  const { monitoringPlan } = await month.read<{ monitoringPlan: { budget: Amount; assignedBudget: Amount; spending: readonly Spent[] } }>(province, ofProvince, { id: month.planId });
  const { budget, assignedBudget, spending } = monitoringPlan;
  return { cities, province: { spending, assigned: assignedBudget.amount, budget: budget.amount } };
}

/** How much each party sees, and what it does not see of others. */
export async function seenBy(month: Month) {
  const received = 'receivedMonitoringDataList';
  const ofCity = async (city: 0 | 1) => {
    const other = month.cities[1 - city]!.planId;
    const query = 'query ($plan: ID!) { monitoringPlan(id: $plan) { id } }';
    const { monitoringPlan } = await month.read<{ monitoringPlan: object | null }>(cityOfficers[city]!, query, { plan: other });
    return { ...(await counted(month, cityOfficers[city]!, { data: received, otherData: `${received}(filter: { planId: "${other}" })` })), otherPlan: monitoringPlan };
  };
  const byParty = async <Party extends string>(parties: Readonly<Record<Party, Asker>>, list: string) =>
    Object.fromEntries(await Promise.all(Object.entries(parties).map(async ([party, by]) => [party, (await counted(month, by as Asker, { seen: list })).seen]))) as Record<Party, number | null>;
  return {
    province: await counted(month, province, { data: received, notices: 'resultNotices' }),
    cities: [await ofCity(0), await ofCity(1)],
    platforms: await byParty(platformOfficers, 'monitoringDataAcknowledgements'),
    labs: await byParty(Object.fromEntries(Object.entries(labStaff).map(([lab, { technicians }]) => [lab, technicians[0]!])), 'samples'),
    merchant: await counted(month, merchant, { own: 'monitoringDataList(filter: { merchantUscc: "91330105MA2D00010K" })', all: 'monitoringDataList' }),
  };
}
