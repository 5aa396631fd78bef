import type { Asker, GraphqlAnswer, JourneyHub } from './journey-hub.js';
import type { ThreadState } from './thread.js';

const outsiders: readonly Asker[] = [{ identity: 'platform-1' }, { identity: 'platform-2' }, { identity: 'merchant-1' }, { identity: 'lab-2' }];
/** Those who may know: a way to ask that brings them nothing proves nothing about the others. */
const insiders: readonly Asker[] = [{ identity: 'center', role: 'ANALYST' }, { identity: 'regulator-province' }];
const ownLab: Asker = { identity: 'lab-1' };

const blindSubjects = ['Assessment', 'AssessmentReport', 'ReceivedAssessmentReport', 'AssessmentReportDecision', 'MonitoringPlan', 'Purchase', 'Sample', 'InspectionCommission', 'CommissionAcceptance', 'InspectionReport'];

/** A way to ask for what is closed, by one root field. */
interface Probe {
  readonly query: string;
  readonly variables?: object;
  /** Whether the thread has made by now what it would find. */
  readonly exists: boolean;
  /** Who may find it from feedback on. */
  readonly opensTo?: readonly string[];
}

interface Subject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/**
 * Looks at the hub as platforms, shops and the other lab would, by every way there is: entity by id, list, count, filter,
 * order, event, duty. Tells in words whatever they could see of a purchase before feedback, or ever of what stays closed,
 * and whatever way would not have shown it to those who may know either.
 */
export async function blindnessBroken(hub: JourneyHub, state: ThreadState): Promise<string[]> {
  const broken: string[] = [];
  const fedBack = await isFedBack(hub, state);
  const secrets = [state.planId, state.commissionId, state.reportId, ...state.purchaseIds, ...state.sampleIds, ...state.inspectionReportIds, ...state.assessmentIds].filter((id) => id);

  for (const probe of probesOf(state)) {
    for (const asker of outsiders) {
      const answer = await hub.ask(asker, probe.query, probe.variables);
      broken.push(...unanswered(asker, probe.query, answer));
      const found = rowsIn(answer);
      const may = fedBack && probe.opensTo?.includes(asker.identity);
      if (found > 0 && !may) broken.push(`${asker.identity} finds ${found} by ${probe.query}`);
      const text = JSON.stringify(answer.errors ?? []);
      if (secrets.some((id) => !probe.query.includes(id) && !JSON.stringify(probe.variables ?? {}).includes(id) && text.includes(id))) {
        broken.push(`${asker.identity} reads an id in an error of ${probe.query}`);
      }
    }
    if (!probe.exists) continue;
    const known = await Promise.all(insiders.map((asker) => hub.ask(asker, probe.query, probe.variables)));
    if (!known.some((answer) => rowsIn(answer) > 0)) broken.push(`nobody finds anything by ${probe.query}: ${JSON.stringify(known)}`);
  }
  for (const asker of outsiders) broken.push(...(await eventsSeen(hub, asker, secrets, fedBack)));
  broken.push(...(await ownLabSeesTooMuch(hub, state)));
  return broken;
}

function probesOf(state: ThreadState): Probe[] {
  const ids = {
    monitoringPlan: state.planId,
    purchase: state.purchaseIds[0],
    sample: state.sampleIds[0],
    inspectionCommission: state.commissionId,
    inspectionReport: state.inspectionReportIds[0],
    assessmentReport: state.reportId,
    assessment: state.assessmentIds[0],
  };
  const bought = state.purchaseIds.length > 0;
  const lists = {
    purchases: bought,
    samples: bought,
    inspectionCommissions: state.commissionId !== '',
    inspectionReports: state.inspectionReportIds.length > 0,
    monitoringPlans: state.planId !== '',
    assessmentReports: state.reportId !== '',
    // These travel by event; the act that follows has waited for them.
    commissionAcceptances: state.inspectionReportIds.length > 0,
    receivedAssessmentReports: state.planId !== '',
  };
  const data = { exists: state.monitoringDataIds.length > 0, opensTo: ['platform-1', 'merchant-1'] };
  return [
    ...Object.entries(ids).flatMap(([field, id]) => (id ? [{ query: `query ($id: ID!) { ${field}(id: $id) { id } }`, variables: { id }, exists: true }] : [])),
    ...Object.entries(lists).map(([list, exists]) => ({ query: `{ ${list}(first: 10) { totalCount nodes { id } } }`, exists })),
    { query: '{ purchases(filter: { merchantName: "小满" }) { totalCount } }', exists: bought },
    { query: '{ purchases(orderBy: { field: PURCHASED_AT, direction: ASC }) { totalCount } }', exists: bought },
    { query: `{ samples(filter: { planId: "${state.planId}" }) { totalCount } }`, exists: bought },
    { query: `{ monitoringDataList(filter: { planId: "${state.planId}" }) { totalCount } }`, exists: data.exists },
    { query: '{ monitoringDataList(first: 10) { totalCount nodes { id } } }', ...data },
    { query: '{ monitoringDataAcknowledgements(first: 10) { totalCount } }', ...data, exists: false },
  ];
}

async function eventsSeen(hub: JourneyHub, asker: Asker, secrets: readonly string[], fedBack: boolean): Promise<string[]> {
  const query = '{ exchangeEvents(first: 500) { nodes { kind subjectType subjectId } } duties(first: 200) { totalCount nodes { subjectType subjectId } } }';
  const answer = await hub.ask(asker, query);
  const pages = Object.values(answer.data ?? {}) as unknown as ({ nodes: Subject[] } | null)[];
  const broken = unanswered(asker, query, answer);
  if (pages.some((page) => page === null)) broken.push(`${asker.identity} is refused its own events and duties`);
  for (const { subjectType, subjectId } of pages.flatMap((page) => page?.nodes ?? [])) {
    if (blindSubjects.includes(subjectType) || secrets.includes(subjectId)) broken.push(`${asker.identity} sees an event or duty about ${subjectType}`);
    if (subjectType === 'MonitoringData' && !fedBack) broken.push(`${asker.identity} sees an event about MonitoringData before feedback`);
  }
  return broken;
}

/** The commissioned lab sees its commission and blind numbers, and nothing of the purchase. */
async function ownLabSeesTooMuch(hub: JourneyHub, state: ThreadState): Promise<string[]> {
  const query =
    '{ samples(first: 10) { totalCount nodes { id blindNumber productName number purchase { id } } } purchases(first: 10) { totalCount } monitoringPlans(first: 10) { totalCount } }';
  const answer = await hub.ask(ownLab, query);
  const broken = unanswered(ownLab, query, answer);
  const samples = answer.data?.['samples'] as unknown as { totalCount: number; nodes: Record<string, unknown>[] } | null;
  if (samples && samples.totalCount > 0 && !state.commissionId) broken.push('lab-1 sees samples before it is commissioned');
  if (!samples?.totalCount && state.commissionId) broken.push('lab-1 does not see the samples that it is commissioned with');
  for (const sample of samples?.nodes ?? []) {
    for (const field of ['productName', 'number', 'purchase']) if (sample[field] != null) broken.push(`lab-1 sees ${field} of a blind sample`);
  }
  for (const field of ['purchases', 'monitoringPlans']) {
    if ((answer.data?.[field] as unknown as { totalCount: number } | null)?.totalCount) broken.push(`lab-1 counts ${field}`);
  }
  return broken;
}

/** Nothing seen means something only where the hub has executed the query and refused by the terms. */
function unanswered({ identity }: Asker, query: string, { status, data, errors = [] }: GraphqlAnswer): string[] {
  const others = errors.filter(({ extensions }) => !/^(SHARING_|ACT_|NOT_FOUND$)/.test(String(extensions['code'])));
  if (status === 200 && data && others.length === 0) return [];
  return [`${identity} gets ${status} and no answer to ${query}: ${others.map(({ message }) => message).join('; ')}`];
}

function rowsIn({ data }: GraphqlAnswer): number {
  const [found] = Object.values(data ?? {}) as unknown as ({ id: string } | { totalCount: number; nodes?: unknown[] } | null)[];
  if (found == null) return 0;
  return 'totalCount' in found ? Math.max(found.totalCount, found.nodes?.length ?? 0) : 1;
}

async function isFedBack(hub: JourneyHub, state: ThreadState): Promise<boolean> {
  const [id] = state.monitoringDataIds;
  if (!id) return false;
  const answer = await hub.ask({ identity: 'center' }, 'query ($id: ID!) { monitoringData(id: $id) { state } }', { id });
  return (answer.data?.['monitoringData'] as unknown as { state: string } | null)?.state === 'FED_BACK';
}
