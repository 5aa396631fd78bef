import type { Asker } from '../../../../scripts/src/asking/asked-hub.js';
import { accept, commission, dispatch, inspect, resultsOf, type Lot } from '../../../../scripts/src/month/inspecting.js';
import type { Month, Sample } from '../../../../scripts/src/month/month.js';
import { analysts, cityOfficers, labStaff, storekeepers, type LabId } from '../../../../scripts/src/month/parties.js';
import { workedOff } from '../../../../scripts/src/month/tasks.js';
import type { MendedMistakes } from './mended.js';
import { replaced } from './sampling-mistakes.js';

const [analyst] = analysts as [Asker, Asker];
const technician = (lab: LabId) => labStaff[lab].technicians[0]!;
const damage = { hash: `sha-256:${'8'.repeat(64)}`, size: 31_000, mediaType: 'image/jpeg', name: '破损.jpg' };
const onId = { on: (id: string) => id };

/** A lot goes to another lab than was meant, and is taken back before that has answered. */
export async function commissionTakenBack(month: Month, mended: MendedMistakes, { samples }: Lot, lab: LabId): Promise<void> {
  const reason = '检验机构选错';
  const wrong: Lot = { lab, samples, commissionId: '' };
  await commission(month, [wrong]);
  await month.one(analyst, 'withdrawCommission', { commissionId: wrong.commissionId, reason });
  const withdrawn = { by: technician(lab), query: 'query ($id: ID!) { commissionAcceptances(filter: { commissionId: $id }) { nodes { state withdrawalReason } } }' };
  await month.eventually(() => month.read<object>(withdrawn.by, withdrawn.query, { id: wrong.commissionId }), (read) => JSON.stringify(read).includes('WITHDRAWN'));
  mended.note('a commission of the wrong lab', reason, [withdrawn.by], `commissionAcceptances(filter: { commissionId: "${wrong.commissionId}" }) { nodes { withdrawalReason } }`);
}

/** A lab has accepted what another was meant to test, and was sent the first of it: it lets go, and what was sent comes back. */
export async function commissionLetGo(month: Month, mended: MendedMistakes, { samples }: Lot, lab: LabId): Promise<void> {
  const reason = '应委托白鹭检验，误发贵单位';
  const wrong: Lot = { lab, samples, commissionId: '' };
  await commission(month, [wrong]);
  await accept(month, [wrong]);
  const sent = samples.slice(0, 2);
  await dispatch(month, sent);
  const { id } = await month.one(analyst, 'proposeCommissionWithdrawal', { commissionId: wrong.commissionId, reason });
  await workedOff(month, 'AnswerCommissionCorrection', [id], { ...onId, by: () => technician(lab), act: 'answerCommissionCorrection', items: (correctionId) => [{ correctionId, answer: 'AGREE' }] });
  await workedOff(month, 'TakeBackSample', sent, {
    ...{ on: ({ sampleId }: Sample) => sampleId, by: () => storekeepers[0]!, act: 'takeBackSample' },
    items: ({ sampleId, mark }) => [{ sampleId, quantity: 1, place: `A-${mark}`, sealNumber: `FQ-${mark}`, condition: '未启封' }],
  });
  mended.note('a commission that its lab let go', reason, [analyst, technician(lab), cityOfficers[samples[0]!.order.city]!], `correctionProposal(id: "${id}") { state reason }`);
}

/** Two samples bear each other's labels, which is noticed when the lab has them: it agrees that they are set right. */
export async function labelsCorrectedAtLab(month: Month, mended: MendedMistakes, [one, other]: readonly [Sample, Sample]): Promise<void> {
  const reason = '出库前两件样品标签贴反';
  const { id } = await month.one(storekeepers[0]!, 'proposeLabelCorrection', { sampleId: one.sampleId, otherSampleId: other.sampleId, reason });
  await workedOff(month, 'AnswerCommissionCorrection', [id], { ...onId, by: () => technician(one.lab), act: 'answerCommissionCorrection', items: (correctionId) => [{ correctionId, answer: 'AGREE' }] });
  await settled(month, id);
  [one.purchaseId, other.purchaseId] = [other.purchaseId, one.purchaseId];
  mended.note('labels that a lab had', reason, [analyst, technician(one.lab), cityOfficers[one.order.city]!], `correctionProposal(id: "${id}") { state reason }`);
}

/** The centre has the other's answer to what it proposed. */
export async function settled(month: Month, id: string): Promise<void> {
  const read = () => month.read<{ correctionProposal: { state: string } }>(analyst, 'query ($id: ID!) { correctionProposal(id: $id) { state } }', { id });
  await month.eventually(read, ({ correctionProposal: { state } }) => state === 'AGREED');
}

/** A sample breaks at the lab, which reports that; another is bought and inspected in its place. */
export async function brokenAtLab(month: Month, mended: MendedMistakes, sample: Sample): Promise<void> {
  const facts = '拆箱时壶体坠地开裂';
  await month.one(technician(sample.lab), 'reportInspectionFailure', { receiptId: sample.receiptId, reason: 'SAMPLE_DAMAGED', facts, evidence: [damage] });
  const failed = () => month.read<{ sample: { state: string } }>(analyst, 'query ($id: ID!) { sample(id: $id) { state } }', { id: sample.sampleId });
  await month.eventually(failed, (read) => read.sample.state === 'INSPECTION_FAILED');
  mended.note('a sample that broke at its lab', facts, [analyst, cityOfficers[sample.order.city]!], `sample(id: "${sample.sampleId}") { state inspectionFailure { facts } }`);
  await inspect(month, [await replaced(month, sample, facts)]);
}

/** A reviewer finds a slip in a report and returns it; the technician revises it. */
export async function reportReturned(month: Month, mended: MendedMistakes, sample: Sample): Promise<void> {
  const reason = '样品描述与收样登记不一致';
  const { lab, reportId } = sample;
  await workedOff(month, 'ReviewInspectionReport', [reportId], { ...onId, by: () => labStaff[lab].reviewer, act: 'reviewInspectionReport', items: (id) => [{ reportId: id, outcome: 'RETURN', reason }] });
  await workedOff(month, 'ReviseInspectionReport', [reportId], { ...onId, by: () => technician(lab), act: 'reviseInspectionReport', items: (id) => [{ reportId: id, results: resultsOf(sample) }] });
  mended.note('a report that was returned', reason, [labStaff[lab].reviewer], `inspectionReport(id: "${reportId}") { returnReason }`);
}

/** A lab has mistaken a figure in an issued report, and issues a version that takes its place. */
export async function reportCorrected(month: Month, mended: MendedMistakes, sample: Sample): Promise<void> {
  const reason = '原始记录转录有误';
  const { lab, receiptId } = sample;
  const before = sample.reportId;
  const { id } = await month.one(technician(lab), 'prepareInspectionReport', { receiptId, results: resultsOf(sample), supersedesId: before, supersessionReason: reason });
  await workedOff(month, 'ReviewInspectionReport', [id], { ...onId, by: () => labStaff[lab].reviewer, act: 'reviewInspectionReport', items: (reportId) => [{ reportId, outcome: 'PASS' }] });
  await workedOff(month, 'IssueInspectionReport', [id], { ...onId, by: () => labStaff[lab].signatory, act: 'issueInspectionReport', items: (reportId) => [{ reportId }] });
  sample.reportId = id;
  mended.note('a report that was corrected', reason, [analyst, technician(lab), cityOfficers[sample.order.city]!], `inspectionReport(id: "${id}") { version supersessionReason }`);
}

/** Somebody has nothing of a kind on their list. */
export async function noTaskLeft(month: Month, by: Asker, kind: string): Promise<void> {
  const read = () => month.read<{ myTasks: { totalCount: number } }>(by, 'query ($kind: [String!]!) { myTasks(filter: { kind: $kind }) { totalCount } }', { kind: [kind] });
  await month.eventually(read, ({ myTasks }) => myTasks.totalCount === 0);
}
