import type { Asker, HubProcess } from './hub-process.js';
import type { ThreadState } from './thread.js';

const outsiders: readonly Asker[] = [{ identity: 'platform-1' }, { identity: 'platform-2' }, { identity: 'merchant-1' }];
const otherLab: Asker = { identity: 'lab-2' };
const ownLab: Asker = { identity: 'lab-1' };

const closedLists = ['purchases', 'samples', 'inspectionCommissions', 'inspectionReports', 'monitoringPlans', 'assessmentReports', 'commissionAcceptances', 'receivedAssessmentReports'];
const blindSubjects = ['Assessment', 'AssessmentReport', 'ReceivedAssessmentReport', 'AssessmentReportDecision', 'MonitoringPlan', 'Purchase', 'Sample', 'InspectionCommission', 'CommissionAcceptance', 'InspectionReport'];

/**
 * Looks at the hub as platforms, shops and the other lab would, by every way there is: entity by id, list, count, filter,
 * order, event, duty. Tells in words whatever they could see of a purchase before feedback, or ever of what stays closed.
 */
export async function blindnessBroken(hub: HubProcess, state: ThreadState): Promise<string[]> {
  const broken: string[] = [];
  const ids = {
    monitoringPlan: state.planId,
    purchase: state.purchaseIds[0],
    sample: state.sampleIds[0],
    inspectionCommission: state.commissionId,
    inspectionReport: state.inspectionReportIds[0],
    assessmentReport: state.reportId,
    assessment: state.assessmentIds[0],
  };
  const secrets = [...Object.values(ids), ...state.purchaseIds, ...state.sampleIds].filter((id) => id);
  const fedBack = await isFedBack(hub, state);

  for (const asker of [...outsiders, otherLab]) {
    for (const [field, id] of Object.entries(ids)) {
      if (!id) continue;
      const answer = await hub.ask(asker, `query ($id: ID!) { ${field}(id: $id) { id } }`, { id });
      if (answer.data?.[field] != null) broken.push(`${asker.identity} finds ${field} by its id`);
    }
    for (const list of closedLists) {
      const answer = await hub.ask(asker, `{ ${list}(first: 10) { totalCount nodes { id } } }`);
      const page = answer.data?.[list] as unknown as { totalCount: number; nodes: unknown[] } | null | undefined;
      if (page && (page.totalCount > 0 || page.nodes.length > 0)) broken.push(`${asker.identity} counts ${page.totalCount} in ${list}`);
    }
    const probes = [
      '{ purchases(filter: { merchantName: "小满" }) { totalCount } }',
      '{ purchases(orderBy: { field: PURCHASED_AT, direction: ASC }) { totalCount } }',
      `{ samples(filter: { planId: "${state.planId}" }) { totalCount } }`,
      `{ monitoringDataList(filter: { planId: "${state.planId}" }) { totalCount } }`,
    ];
    for (const probe of probes) {
      const answer = await hub.ask(asker, probe);
      const [page] = Object.values(answer.data ?? {}) as unknown as ({ totalCount: number } | null)[];
      if (page && page.totalCount > 0) broken.push(`${asker.identity} learns a count by ${probe}`);
      const text = JSON.stringify(answer.errors ?? []);
      if (secrets.some((id) => id && id !== state.planId && text.includes(id))) broken.push(`${asker.identity} reads an id in an error of ${probe}`);
    }
    const events = await hub.ask(asker, '{ exchangeEvents(first: 500) { nodes { kind subjectType subjectId } } duties(first: 200) { totalCount nodes { subjectType subjectId } } }');
    const seen = [
      ...((events.data?.['exchangeEvents'] as unknown as { nodes: { subjectType: string; subjectId: string }[] } | null)?.nodes ?? []),
      ...((events.data?.['duties'] as unknown as { nodes: { subjectType: string; subjectId: string }[] } | null)?.nodes ?? []),
    ];
    for (const { subjectType, subjectId } of seen) {
      if (blindSubjects.includes(subjectType) || secrets.includes(subjectId)) broken.push(`${asker.identity} sees an event or duty about ${subjectType}`);
      if (subjectType === 'MonitoringData' && !fedBack) broken.push(`${asker.identity} sees an event about MonitoringData before feedback`);
    }
    const data = await hub.ask(asker, '{ monitoringDataList(first: 10) { totalCount nodes { id } } monitoringDataAcknowledgements(first: 10) { totalCount } }');
    for (const [field, page] of Object.entries(data.data ?? {}) as unknown as [string, { totalCount: number } | null][]) {
      const may = fedBack && ['platform-1', 'merchant-1'].includes(asker.identity);
      if (page && page.totalCount > 0 && !may) broken.push(`${asker.identity} counts ${page.totalCount} in ${field}`);
    }
  }
  broken.push(...(await ownLabSeesTooMuch(hub, state)));
  return broken;
}

/** The commissioned lab sees its commission and blind numbers, and nothing of the purchase. */
async function ownLabSeesTooMuch(hub: HubProcess, state: ThreadState): Promise<string[]> {
  const answer = await hub.ask(
    ownLab,
    '{ samples(first: 10) { totalCount nodes { id blindNumber productName number purchase { id } } } purchases(first: 10) { totalCount } monitoringPlans(first: 10) { totalCount } }',
  );
  const broken: string[] = [];
  const samples = answer.data?.['samples'] as unknown as { totalCount: number; nodes: Record<string, unknown>[] } | null;
  if (samples && samples.totalCount > 0 && !state.commissionId) broken.push('lab-1 sees samples before it is commissioned');
  for (const sample of samples?.nodes ?? []) {
    for (const field of ['productName', 'number', 'purchase']) if (sample[field] != null) broken.push(`lab-1 sees ${field} of a blind sample`);
  }
  for (const field of ['purchases', 'monitoringPlans']) {
    if ((answer.data?.[field] as unknown as { totalCount: number } | null)?.totalCount) broken.push(`lab-1 counts ${field}`);
  }
  return broken;
}

async function isFedBack(hub: HubProcess, state: ThreadState): Promise<boolean> {
  const [id] = state.monitoringDataIds;
  if (!id) return false;
  const answer = await hub.ask({ identity: 'center' }, 'query ($id: ID!) { monitoringData(id: $id) { state } }', { id });
  return (answer.data?.['monitoringData'] as unknown as { state: string } | null)?.state === 'FED_BACK';
}
