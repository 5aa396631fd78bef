import type { AskedHub, Asker } from '../../../scripts/src/asking/asked-hub.js';
import { watchBlindness, type Hidden } from '../../../scripts/src/blindness/blindness.js';
import { doorsOf, type Door } from '../../../scripts/src/blindness/doors.js';
import type { BlindProbe } from '../../../scripts/src/blindness/look-for.js';
import type { ThreadState } from '../../../scripts/src/thread/thread-state.js';

const ownLab: Asker = { identity: 'lab-1' };
const doors = new WeakMap<AskedHub, Promise<Door[]>>();

/** Tells in words whatever somebody could see of the thread too early, by every door of the hub and by filters and orders besides. */
export async function blindnessBroken(hub: AskedHub, state: ThreadState): Promise<string[]> {
  const known = doors.get(hub) ?? doorsOf(hub);
  doors.set(hub, known);
  const { broken } = await watchBlindness(hub, await known, await hiddenNow(hub, state), sideways(state));
  return [...broken, ...(await ownLabSeesTooMuch(hub, state))];
}

/** What is hidden at a point of the thread. */
export async function hiddenNow(hub: AskedHub, state: ThreadState): Promise<Hidden> {
  return hiddenIn(state, await isFedBack(hub, state));
}

function hiddenIn(state: ThreadState, fedBack: boolean): Hidden {
  const present = (ids: readonly string[]) => ids.filter((id) => id !== '');
  const made = {
    Assessment: state.assessmentIds,
    AssessmentReport: present([state.reportId]),
    MonitoringPlan: present([state.planId]),
    WorkPlan: present([state.workPlanId]),
    SamplingOrder: present([state.orderId]),
    Purchase: state.purchaseIds,
    Sample: state.sampleIds,
    Evidence: state.evidenceIds,
    InspectionCommission: present([state.commissionId]),
    SampleReceipt: state.receiptIds,
    InspectionReport: state.inspectionReportIds,
    MonitoringData: state.monitoringDataIds,
  };
  const ofLab = state.commissionId === '' ? [] : [...made.InspectionCommission, ...made.Sample, ...made.SampleReceipt, ...made.InspectionReport];
  const ofPlatform = fedBack ? made.MonitoringData : [];
  return { made, opened: Object.fromEntries([...ofLab.map((id) => [id, ['lab-1']]), ...ofPlatform.map((id) => [id, ['platform-1', 'merchant-1']])]) };
}

/** Ways to what was bought that no door has by itself. */
function sideways({ planId, purchaseIds, monitoringDataIds }: ThreadState): BlindProbe[] {
  const bought = purchaseIds.length > 0;
  return [
    { field: 'purchases(filter: { merchantName: "小满" }) { totalCount }', exists: bought },
    { field: 'purchases(orderBy: { field: PURCHASED_AT, direction: ASC }) { totalCount }', exists: bought },
    { field: `samples(filter: { planId: "${planId}" }) { totalCount }`, exists: bought },
    { field: `monitoringDataList(filter: { planId: "${planId}" }) { totalCount }`, exists: monitoringDataIds.length > 0 },
  ];
}

/** The commissioned lab sees its commission and blind numbers, and nothing of the purchase. */
async function ownLabSeesTooMuch(hub: AskedHub, { commissionId }: ThreadState): Promise<string[]> {
  const answer = await hub.ask(ownLab, '{ samples(first: 10) { totalCount nodes { id blindNumber productName number purchase { id } } } }');
  const samples = answer.data?.['samples'] as unknown as { totalCount: number; nodes: Record<string, unknown>[] } | null;
  if (!samples) return [`lab-1 is refused its samples: ${JSON.stringify(answer.errors)}`];
  if (commissionId !== '' && samples.totalCount === 0) return ['lab-1 does not see the samples that it is commissioned with'];
  return samples.nodes.flatMap((sample) => ['productName', 'number', 'purchase'].flatMap((field) => (sample[field] == null ? [] : [`lab-1 sees ${field} of a blind sample`])));
}

async function isFedBack(hub: AskedHub, { monitoringDataIds: [id] }: ThreadState): Promise<boolean> {
  if (!id) return false;
  const answer = await hub.ask({ identity: 'center' }, 'query ($id: ID!) { monitoringData(id: $id) { state } }', { id });
  return (answer.data?.['monitoringData'] as unknown as { state: string } | null)?.state === 'FED_BACK';
}
