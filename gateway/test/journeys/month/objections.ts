import type { Asker } from '../../../../scripts/src/asking/asked-hub.js';
import { accept, commission, dispatch, enterResults, issueReports, prepareReports, receiveAtLab, review, type Lot } from '../../../../scripts/src/month/inspecting.js';
import type { Month, Sample } from '../../../../scripts/src/month/month.js';
import { analysts, cityOfficers, merchant, producer } from '../../../../scripts/src/month/parties.js';
import { acknowledge, compile, feedBack, issueNotices, serveNotices, type Notice } from '../../../../scripts/src/month/telling.js';
import { tasksOn, workedOff } from '../../../../scripts/src/month/tasks.js';

const [analyst] = analysts as [Asker, Asker];
const officerOf = ({ order }: Sample) => cityOfficers[order.city]!;
const objectorOf = ({ capacity }: Notice) => (capacity === 'SELLER' ? merchant : producer);

/** The addressee objects to a result, and the objection comes to the desk of the city. @returns its id */
export async function objected(month: Month, notice: Notice, objection: object): Promise<string> {
  await month.done(objectorOf(notice), 'objectToResult', [{ noticeId: notice.id, ...objection }], { until: 'STATE_NOT_POSSIBLE' });
  const query = 'query ($id: ID!) { objections(filter: { noticeId: $id }) { nodes { id } } }';
  const found = () => month.read<{ objections: { nodes: { id: string }[] } }>(officerOf(notice.sample), query, { id: notice.id });
  return (await month.eventually(found, ({ objections }) => objections.nodes.length === 1)).objections.nodes[0]!.id;
}

export async function decide(month: Month, officer: Asker, objectionIds: readonly string[], outcome: 'UPHELD' | 'REJECTED', reason: string): Promise<void> {
  await workedOff(month, 'DecideObjection', objectionIds, { on: (id) => id, by: () => officer, act: 'decideObjection', items: (objectionId) => [{ objectionId, outcome, reason }] });
}

/** The city has the retention sample tested at another lab, which finds that it conforms. @returns the sample that was set apart */
export async function retested(month: Month, sample: Sample, objectionId: string): Promise<Sample> {
  await month.one(officerOf(sample), 'orderRetest', { objectionId, reason: '对检验结论有异议', dueAt: '2099-01-01T00:00:00Z' });
  const query = '{ samples(first: 500, filter: { state: [WAREHOUSED] }) { nodes { id retestOf { id } } } }';
  const apart = () => month.read<{ samples: { nodes: { id: string; retestOf: { id: string } | null }[] } }>(analyst, query);
  const ofRetest = ({ samples }: Awaited<ReturnType<typeof apart>>) => samples.nodes.find(({ retestOf }) => retestOf?.id === sample.sampleId);
  const sampleId = ofRetest(await month.eventually(apart, (read) => ofRetest(read) !== undefined))!.id;
  await tasksOn(month, analyst, 'CarryOutRetest', [sampleId]);
  const retest: Sample = { ...sample, sampleId, mark: month.nextMark(), lab: 'lab-3', fails: false };
  const lot: Lot = { lab: 'lab-3', samples: [retest], commissionId: '' };
  await commission(month, [lot]);
  await accept(month, [lot]);
  for (const step of [dispatch, receiveAtLab, enterResults, prepareReports, review, issueReports, compile, feedBack, acknowledge]) await step(month, [retest]);
  return retest;
}

/** Whoever was told of the first result is told of the one that takes its place. */
export async function toldOfRetest(month: Month, retest: Sample): Promise<void> {
  await serveNotices(month, await issueNotices(month, [retest]));
}
