import { threadState, type ThreadState } from '../../../scripts/src/thread/thread-state.js';
import type { ThreadStep } from '../../../scripts/src/thread/thread-step.js';

/** A lab, a platform and a merchant that work on one walk of the thread, and what it has made. */
export interface Side {
  readonly lab: string;
  readonly platform: string;
  readonly merchant: string;
  readonly merchantUscc: string;
  readonly state: ThreadState;
}

const merchants = [
  { id: 'merchant-1', name: '小满日用品商行（演示）', uscc: '91330105MA2D00010K' },
  { id: 'merchant-2', name: '富春童装有限公司（演示）', uscc: '91330111MA2D000964' },
] as const;

/** The merchant that has no account in the demo, as the register is told of it. */
export const otherMerchant = {
  ...merchants[1],
  kind: 'MERCHANT',
  level: null,
  regionCode: '330111',
  users: [{ id: 'merchant-2.1', name: null, roles: ['OFFICER'], active: true }],
};

/** Two sides that compete with each other; nothing of either has been made yet. */
export function sides(): readonly [Side, Side] {
  return [
    { lab: 'lab-1', platform: 'platform-1', merchant: 'merchant-1', merchantUscc: merchants[0].uscc, state: threadState('north', 2) },
    { lab: 'lab-2', platform: 'platform-2', merchant: 'merchant-2', merchantUscc: merchants[1].uscc, state: threadState('south', 2) },
  ];
}

/** A step of the thread as the other side takes it. */
export function onOtherSide(step: ThreadStep): ThreadStep {
  // What the other lab may inspect travels by event to the centre.
  const until = step.act === 'commissionInspection' ? 'LAB_SCOPE_LACKS_ITEM' : step.until;
  return { ...step, by: exchanged(step.by), items: (state) => exchanged(step.items(state)), ...(until !== undefined && { until }) };
}

/** In the demo the other lab inspects garments; here it inspects what its rival does. */
export const otherLabsScope = {
  cma: { certificateNumber: 'CMA-2', validFrom: '2024-01-01', validUntil: '2099-01-01' },
  scope: [{ itemCode: 'LEAK', itemName: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', site: '检测基地' }],
};

function exchanged<Value>(value: Value): Value {
  const text = JSON.stringify(value)
    .replaceAll(/\b(lab|platform)-([12])\b/g, (_whole, kind: string, number: string) => `${kind}-${number === '1' ? 2 : 1}`)
    .replaceAll(merchants[0].name, merchants[1].name)
    .replaceAll(merchants[0].uscc, merchants[1].uscc);
  return JSON.parse(text) as Value;
}

/** The ids that a side's walk has made, by type, but for what is open to everybody. */
export function madeBy({ state }: Side): Readonly<Record<string, readonly string[]>> {
  return {
    Assessment: state.assessmentIds,
    AssessmentReport: [state.reportId],
    MonitoringPlan: [state.planId],
    WorkPlan: [state.workPlanId],
    SamplingOrder: [state.orderId],
    Purchase: state.purchaseIds,
    Sample: state.sampleIds,
    Evidence: state.evidenceIds,
    InspectionCommission: [state.commissionId],
    CommissionAcceptance: [state.commissionId],
    SampleReceipt: state.receiptIds,
    InspectionReport: state.inspectionReportIds,
    MonitoringData: state.monitoringDataIds,
    MonitoringDataAcknowledgement: state.monitoringDataIds,
  };
}

/** Whatever of a side stands in a text: ids that it has made, and numbers that carry the name of its walk. */
export function tracesIn(text: string, side: Side): string[] {
  const ids = Object.values(madeBy(side)).flat();
  const numbers = text.match(new RegExp(String.raw`\b(?:QH|FQ|ITEM|ORDER)-${side.state.run}-\d+`, 'g')) ?? [];
  return [...new Set([...ids.filter((id) => text.includes(id)), ...numbers])];
}
