import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, storekeeper, type Hub } from './acts.js';
import { dutiesOf } from './duties.js';
import { onSamples, parcel, warehoused } from './sample-steps.js';
import { actOn, commissioned, issuedPlan, leak, mark, recordedScope, reported, rightSeller, tell } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  await recordedScope(hub, 'lab-1', [leak, mark]);
  await recordedScope(hub, 'lab-2', [leak, mark]);
});
afterAll(() => hub.close());

const fields = `id kind state revision reason askedOf { id } commission { id } samples { id } monitoringData { id } seller { shopName sellerRegion { code } }
  answeredAt answerReason withdrawalReason proposed { userId }`;
const propose = async (name: string, item: object, asker: Parameters<Hub['ask']>[0] = analyst) =>
  (await act(hub, asker, name, [{ idempotencyKey: randomUUID(), reason: '样品选错', ...item }], fields))[0];
const proposed = async (name: string, item: object) => {
  const outcome = await propose(name, item);
  expect(outcome?.refusal).toBeNull();
  return outcome!.value.id;
};
const refusalOf = async (name: string, item: object) => (await propose(name, item))?.refusal;
const answered = (correctionId: string, answer: 'AGREED' | 'REFUSED', changes: object = {}) =>
  tell(hub, 'labs', 'CommissionCorrectionAnswered', correctionId, { correctionId, partyId: 'lab-1', answer, reason: answer === 'REFUSED' ? '检验已近完成' : null, ...changes });
const ended = (correctionId: string) => tell(hub, 'labs', 'CommissionCorrectionEnded', correctionId, { correctionId, partyId: 'lab-1' });
const accepted = (commissionId: string, labId = 'lab-1') => tell(hub, 'labs', 'CommissionAnswered', commissionId, { commissionId, labId, answer: 'ACCEPTED' });
const proposal = (id: string) => hub.database.correctionProposal.findUniqueOrThrow({ where: { id } });
const sample = (id: string) => hub.database.sample.findUniqueOrThrow({ where: { id } });
const toldOf = async (id: string) => hub.database.$queryRaw<{ kind: string; receivers: string[] }[]>`SELECT kind, receivers FROM kernel.event WHERE subject_id = ${id} ORDER BY position`;
const payloadsOf = async (id: string) => hub.database.$queryRaw<{ payloads: Record<string, Record<string, unknown>> }[]>`SELECT payloads FROM kernel.event WHERE subject_id = ${id} AND kind = 'CorrectionProposed'`;

const dutiesOn = async (id: string) => Object.fromEntries((await dutiesOf(hub, id)).map(({ kind, end }) => [kind, end]));

/** Samples in the warehouse, given to a lab that has accepted them. */
async function given(count: number, changes: object = {}) {
  const samples = await warehoused(hub, await issuedPlan(hub), count, changes);
  const ids = samples.map(({ sampleId }) => sampleId);
  const { id } = await commissioned(hub, 'lab-1', ids);
  await accepted(id);
  return { id, ids, samples };
}
/** Two samples of one plan, of two kinds, both in the warehouse. */
async function ofTwoKinds() {
  const planId = await issuedPlan(hub);
  const [one] = await warehoused(hub, planId);
  const [other] = await warehoused(hub, planId, 1, { planProduct: 2, sellerRegionCode: '330106', merchantName: '另一家商行', merchantUscc: null });
  return [one!, other!] as const;
}

describe('a commission that its lab has accepted (协商撤回委托, clause 4)', () => {
  it('is withdrawn once the lab agrees: what was not sent lies in the warehouse, what was sent comes back and is free for another lab', async () => {
    const { id: commissionId, ids: [kept = '', sent = ''] } = await given(2);
    expect((await act(hub, storekeeper, 'dispatchSample', onSamples([sent], parcel), 'id'))[0]?.refusal).toBeNull();
    expect(await refusalOf('proposeCommissionWithdrawal', { commissionId, reason: ' ' })).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    const id = await proposed('proposeCommissionWithdrawal', { commissionId });
    expect(await refusalOf('proposeCommissionWithdrawal', { commissionId })).toMatchObject({ code: 'CORRECTION_PROPOSED', message: expect.stringContaining('lab-1') });
    expect((await payloadsOf(id))[0]?.payloads['labs']).toMatchObject({ kind: 'COMMISSION_WITHDRAWAL', askedOf: 'lab-1', commissionIds: [commissionId], samples: [{}, {}] });
    const seen = async (asker: string) => (await hub.ask(asker, `query ($id: ID!) { correctionProposal(id: $id) { ${fields} } }`, { id })).data;
    expect(await seen('lab-1')).toMatchObject({ correctionProposal: { state: 'PROPOSED', reason: '样品选错', commission: { id: commissionId }, samples: [{}, {}], seller: null } });
    expect(await seen('lab-2')).toEqual({ correctionProposal: null });

    await answered(id, 'AGREED', { partyId: 'lab-2' });
    expect(await proposal(id)).toMatchObject({ state: 'PROPOSED' });
    await answered(id, 'AGREED');
    expect(await proposal(id)).toMatchObject({ state: 'AGREED', answeredAt: expect.any(Date) });
    expect(await hub.database.inspectionCommission.findUnique({ where: { id: commissionId } })).toMatchObject({ state: 'WITHDRAWN', withdrawalReason: '样品选错' });
    expect(await sample(kept)).toMatchObject({ state: 'WAREHOUSED', commissionId: null, concerned: ['regulator-province'] });
    expect(await sample(sent)).toMatchObject({ state: 'RECALLED', commissionId: null, concerned: ['regulator-province'] });
    expect(await dutiesOn(sent)).toMatchObject({ TakeBackSample: 'OPEN' });
    expect(await dutiesOn(kept)).toMatchObject({ DispatchSample: 'DROPPED' });

    const back = { sampleId: sent, place: 'A-3-13', sealNumber: `FQ-back-${sent}`, quantity: 2, condition: '未启封' };
    expect((await act(hub, storekeeper, 'takeBackSample', [{ idempotencyKey: randomUUID(), ...back, quantity: 3 }], 'id'))[0]?.refusal).toMatchObject({ code: 'SAMPLE_QUANTITY_EXCEEDED' });
    expect(await actOn(hub, storekeeper, 'takeBackSample', back, 'state quantity takenBack { place quantity condition acted { role } }')).toEqual({
      state: 'WAREHOUSED',
      quantity: 2,
      takenBack: { place: 'A-3-13', quantity: 2, condition: '未启封', acted: { role: 'STOREKEEPER' } },
    });
    expect(await dutiesOn(sent)).toMatchObject({ TakeBackSample: 'DONE' });
    expect((await commissioned(hub, 'lab-2', [kept, sent])).id).toEqual(expect.any(String));
  });

  it('stays where the lab does not agree, and why is on record; so does one on which a report is there, whose proposal lapses', async () => {
    const { id: commissionId, ids: [first = '', second = ''] } = await given(2);
    const id = await proposed('proposeCommissionWithdrawal', { commissionId });
    await answered(id, 'REFUSED');
    expect(await proposal(id)).toMatchObject({ state: 'REFUSED', answerReason: '检验已近完成' });
    expect(await sample(first)).toMatchObject({ state: 'COMMISSIONED', commissionId });
    const again = await proposed('proposeCommissionWithdrawal', { commissionId });
    await reported(hub, 'lab-1', commissionId, first, { complete: false });
    expect(await proposal(again)).toMatchObject({ state: 'PROPOSED', settled: false });
    await ended(again);
    expect(await proposal(again)).toMatchObject({ state: 'LAPSED', settled: true });
    expect(await refusalOf('proposeCommissionWithdrawal', { commissionId })).toMatchObject({ code: 'COMMISSION_REPORTED_ON', field: 'commissionId' });
    expect(await sample(second)).toMatchObject({ state: 'COMMISSIONED' });
  });

  it('is withdrawn also where the lab’s agreement crosses the centre’s second thoughts; an answer of no consequence is kept', async () => {
    const { id: commissionId, ids: [one = ''] } = await given(1);
    const id = await proposed('proposeCommissionWithdrawal', { commissionId });
    expect((await propose('withdrawCorrectionProposal', { correctionProposalId: id, reason: '不必撤回' }))?.value).toMatchObject({ state: 'WITHDRAWN', withdrawalReason: '不必撤回' });
    expect(await toldOf(id)).toMatchObject([{ kind: 'CorrectionProposed' }, { kind: 'CorrectionProposalWithdrawn', receivers: expect.arrayContaining(['labs']) }]);
    expect(await refusalOf('withdrawCorrectionProposal', { correctionProposalId: id })).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
    // The lab may have agreed meanwhile: until it has said so, or not, the commission stays as it is.
    expect(await refusalOf('proposeCommissionWithdrawal', { commissionId })).toMatchObject({ code: 'CORRECTION_PROPOSED' });
    await answered(id, 'AGREED');
    expect(await sample(one)).toMatchObject({ state: 'WAREHOUSED' });
    await answered(id, 'REFUSED');
    await ended(id);
    expect(await proposal(id)).toMatchObject({ state: 'AGREED', answerReason: null });

    const { id: other } = await given(1);
    const taken = await proposed('proposeCommissionWithdrawal', { commissionId: other });
    await propose('withdrawCorrectionProposal', { correctionProposalId: taken, reason: '不必撤回' });
    await ended(taken);
    expect(await proposal(taken)).toMatchObject({ state: 'WITHDRAWN', settled: true });
    expect(await refusalOf('proposeCommissionWithdrawal', { commissionId: other })).toBeNull();
  });

  it('of which nothing comes back cannot be inspected any more; what was not sent of it stays, and a retest of it is impossible', async () => {
    const { id: commissionId, ids: [part = '', lost = ''] } = await given(2);
    const sent = [{ ...parcel(part), quantity: 1 }, parcel(lost)];
    for (const [at, sampleId] of [part, lost].entries()) await actOn(hub, storekeeper, 'dispatchSample', { sampleId, ...sent[at] });
    const retestId = randomUUID();
    await hub.database.sample.update({ where: { id: lost }, data: { retestId } });
    await answered(await proposed('proposeCommissionWithdrawal', { commissionId }), 'AGREED');
    const back = (sampleId: string, quantity: number) => ({ sampleId, quantity, condition: '检验机构已拆解', place: 'A-3-13', sealNumber: `FQ-back-${sampleId}` });
    const read = 'state quantity inspectionFailure { facts } takenBack { place quantity }';
    expect(await actOn(hub, storekeeper, 'takeBackSample', back(part, 0), read)).toEqual({ state: 'WAREHOUSED', quantity: 1, inspectionFailure: null, takenBack: { place: 'A-3-13', quantity: 0 } });
    expect(await actOn(hub, storekeeper, 'takeBackSample', back(lost, 0), read)).toEqual({ state: 'INSPECTION_FAILED', quantity: 0, inspectionFailure: { facts: '检验机构已拆解' }, takenBack: { place: null, quantity: 0 } });
    expect((await toldOf(lost)).filter(({ kind }) => kind === 'RetestImpossible')).toEqual([{ kind: 'RetestImpossible', receivers: expect.arrayContaining(['regulator']) }]);
  });
});

describe('labels of samples that a lab was given (协商更正样品标签, clause 4)', () => {
  it('are set right once the lab agrees: purchases change places, and the commission is found by what they are; until then neither moves', async () => {
    const planId = await issuedPlan(hub);
    const [one] = await warehoused(hub, planId);
    const [other] = await warehoused(hub, planId, 1, { sellerRegionCode: '330106', merchantName: '另一家商行', merchantUscc: null });
    const { id: commissionId } = await commissioned(hub, 'lab-1', [one!.sampleId]);
    await accepted(commissionId);
    const [before, its] = [await sample(one!.sampleId), await sample(other!.sampleId)];
    const both = { sampleId: one!.sampleId, otherSampleId: other!.sampleId };
    const id = await proposed('proposeLabelCorrection', { ...both, reason: '出库前贴错标签' });
    // Nothing of the sample that the lab was not given, and nothing of either purchase.
    expect((await payloadsOf(id))[0]?.payloads['labs']).toEqual({ id, kind: 'SAMPLE_LABELS', reason: '出库前贴错标签', centerId: 'center', askedOf: 'lab-1', commissionIds: [commissionId], samples: [{ id: one!.sampleId, blindNumber: one!.blindNumber }] });
    const byLab = await hub.ask('lab-1', `query ($id: ID!) { correctionProposal(id: $id) { ${fields} } }`, { id });
    expect(byLab.data).toMatchObject({ correctionProposal: { samples: [{ id: one!.sampleId }], reason: '出库前贴错标签' } });
    const elsewhere = await act(hub, analyst, 'commissionInspection', [{ idempotencyKey: randomUUID(), labId: 'lab-2', sampleIds: [other!.sampleId], agreedDueAt: '2099-01-01T00:00:00+08:00' }], 'id');
    expect(elsewhere[0]?.refusal).toMatchObject({ code: 'CORRECTION_PROPOSED', field: 'sampleIds' });
    const dispatched = await act(hub, storekeeper, 'dispatchSample', onSamples([one!.sampleId], parcel), 'id');
    expect(dispatched[0]?.refusal).toMatchObject({ code: 'CORRECTION_PROPOSED', field: 'sampleId' });
    await propose('withdrawCorrectionProposal', { correctionProposalId: id, reason: '再核对' });
    expect(await refusalOf('proposeLabelCorrection', both)).toMatchObject({ code: 'CORRECTION_PROPOSED' });
    await answered(id, 'AGREED');
    expect(await sample(one!.sampleId)).toMatchObject({ purchaseId: its.purchaseId, sellerRegion: '330106', blindNumber: before.blindNumber, relabellings: [{ number: its.number, reason: '出库前贴错标签', acted: { userId: 'center.1' } }] });
    expect(await sample(other!.sampleId)).toMatchObject({ purchaseId: before.purchaseId, sellerRegion: before.sellerRegion });
    expect(await hub.database.inspectionCommission.findUnique({ where: { id: commissionId } })).toMatchObject({ sellerRegions: expect.arrayContaining(['330106']) });
    expect((await act(hub, storekeeper, 'dispatchSample', onSamples([one!.sampleId], parcel), 'id'))[0]?.refusal).toBeNull();
  });

  it('are set right after the report too, and what is compiled and not told follows; feedback waits for the answer', async () => {
    const { id: commissionId, ids: [one = '', other = ''], samples } = await given(2);
    await hub.database.purchase.update({ where: { id: samples[1]!.purchaseId }, data: { shopName: '另一家店' } });
    await reported(hub, 'lab-1', commissionId, one, { complete: false });
    const { id: monitoringDataId } = await actOn(hub, analyst, 'compileMonitoringData', { sampleId: one });
    const id = await proposed('proposeLabelCorrection', { sampleId: one, otherSampleId: other });
    const feedBack = () => act(hub, analyst, 'feedBackMonitoringData', [{ idempotencyKey: randomUUID(), monitoringDataId }], 'id');
    expect((await feedBack())[0]?.refusal).toMatchObject({ code: 'CORRECTION_PROPOSED', field: 'monitoringDataId' });
    await answered(id, 'AGREED');
    expect(await hub.database.monitoringData.findUnique({ where: { id: monitoringDataId } })).toMatchObject({ shopName: '另一家店', revision: 2, state: 'COMPILED' });
    expect((await feedBack())[0]?.refusal).toBeNull();
    expect(await refusalOf('proposeLabelCorrection', { sampleId: one, otherSampleId: other })).toMatchObject({ code: 'STATE_NOT_POSSIBLE', field: 'sampleId' });
  });

  it('need one lab that was given one, and one product of the plan', async () => {
    const [one, other] = await ofTwoKinds();
    await commissioned(hub, 'lab-1', [one.sampleId]);
    expect(await refusalOf('proposeLabelCorrection', { sampleId: one.sampleId, otherSampleId: other.sampleId })).toMatchObject({ code: 'LABELS_OF_OTHER_PRODUCT', message: expect.stringContaining('电饭锅') });
    const [first, second] = await warehoused(hub, await issuedPlan(hub), 2);
    const both = { sampleId: first!.sampleId, otherSampleId: second!.sampleId };
    expect(await refusalOf('proposeLabelCorrection', both)).toMatchObject({ code: 'LABELS_WITH_NO_LAB', message: expect.stringContaining('swapSampleLabels') });
    await commissioned(hub, 'lab-1', [first!.sampleId]);
    await commissioned(hub, 'lab-2', [second!.sampleId]);
    expect(await refusalOf('proposeLabelCorrection', both)).toMatchObject({ code: 'LABELS_WITH_TWO_LABS' });
  });
});

describe('monitoring data fed back that name the wrong seller (协商更正电商, clause 4)', () => {
  it('are corrected by a new version once the regulator agrees; labs and platforms learn nothing before', async () => {
    const { id: commissionId, ids: [one = ''], samples: [{ purchaseId } = { purchaseId: '' }] } = await given(1);
    await reported(hub, 'lab-1', commissionId, one);
    const { id: monitoringDataId } = await actOn(hub, analyst, 'compileMonitoringData', { sampleId: one });
    const item = { monitoringDataId, ...rightSeller };
    expect(await refusalOf('proposeSellerCorrection', item)).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
    await actOn(hub, analyst, 'feedBackMonitoringData', { monitoringDataId });
    const purchase = await hub.database.purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    const same = { shopName: purchase.shopName, merchantName: purchase.merchantName, merchantUscc: purchase.merchantUscc, sellerRegionCode: purchase.sellerRegion };
    expect(await refusalOf('proposeSellerCorrection', { ...item, ...same })).toMatchObject({ code: 'PURCHASE_READS_SO', field: 'monitoringDataId' });
    const id = await proposed('proposeSellerCorrection', { ...item, reason: '店铺同名，登记有误' });
    expect(await toldOf(id)).toEqual([{ kind: 'CorrectionProposed', receivers: expect.arrayContaining(['regulator']) }]);
    expect((await payloadsOf(id))[0]?.payloads['regulator']).toMatchObject({ askedOf: 'regulator-province', monitoringDataId, shopName: rightSeller.shopName, sellerRegion: '330106' });
    for (const other of ['lab-1', 'platform-1', 'regulator-city']) {
      expect((await hub.ask(other, 'query ($id: ID!) { correctionProposal(id: $id) { id } }', { id })).data).toEqual({ correctionProposal: null });
    }
    const byRegulator = await hub.ask('regulator-province', `query ($id: ID!) { correctionProposal(id: $id) { ${fields} } }`, { id });
    expect(byRegulator.data).toMatchObject({ correctionProposal: { seller: { shopName: rightSeller.shopName, sellerRegion: { code: '330106' } }, monitoringData: { id: monitoringDataId } } });

    await tell(hub, 'regulator', 'SellerCorrectionAnswered', id, { correctionId: id, partyId: 'regulator-province', answer: 'AGREED', reason: null });
    expect(await hub.database.purchase.findUnique({ where: { id: purchaseId } })).toMatchObject({ shopName: rightSeller.shopName, corrections: [{ shopName: same.shopName, reason: '店铺同名，登记有误' }] });
    expect(await dutiesOn(one)).toMatchObject({ CorrectMonitoringData: 'OPEN' });
    expect(await hub.database.monitoringData.findUnique({ where: { id: monitoringDataId } })).toMatchObject({ state: 'FED_BACK', shopName: same.shopName });
    const next = await actOn(hub, analyst, 'compileMonitoringData', { sampleId: one }, 'id version conclusion remark shopName failedItems { name }');
    expect(next).toMatchObject({ version: 2, conclusion: 'NONCONFORMING', remark: null, shopName: rightSeller.shopName, failedItems: [{ name: '泄漏电流' }] });
    await actOn(hub, analyst, 'feedBackMonitoringData', { monitoringDataId: next.id });
    expect(await hub.database.monitoringData.findUnique({ where: { id: monitoringDataId } })).toMatchObject({ state: 'SUPERSEDED', supersededById: next.id });
    await eventually(() => dutiesOn(one), (duties) => duties['CorrectMonitoringData'] === 'DONE');
  });

  it('that an objection has cleared are not held against the product again', async () => {
    const { id: commissionId, ids: [one = ''] } = await given(1);
    await reported(hub, 'lab-1', commissionId, one);
    const fedBack = async () => {
      const { id } = await actOn(hub, analyst, 'compileMonitoringData', { sampleId: one });
      return actOn(hub, analyst, 'feedBackMonitoringData', { monitoringDataId: id }, 'id conclusion failedItems { name } remark');
    };
    const first = await fedBack();
    await tell(hub, 'regulator', 'ObjectionDecided', first.id, { regulatorId: 'regulator-province', monitoringDataId: first.id, ground: 'RESULT', reason: '检验方法不适用' });
    const cleared = await fedBack();
    expect(cleared).toMatchObject({ conclusion: 'NOT_JUDGED', failedItems: [], remark: '检验方法不适用' });
    const id = await proposed('proposeSellerCorrection', { monitoringDataId: cleared.id, ...rightSeller });
    await tell(hub, 'regulator', 'SellerCorrectionAnswered', id, { correctionId: id, partyId: 'regulator-province', answer: 'AGREED', reason: null });
    expect(await fedBack()).toMatchObject({ conclusion: 'NOT_JUDGED', failedItems: [], remark: '检验方法不适用' });
  });
});
