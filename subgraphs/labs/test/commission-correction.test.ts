import { randomUUID } from 'node:crypto';
import type { Json } from '@hub/kernel/log/event.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labsUnderTest, type GivenCommission, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

const sent = (kind: string, subjectId: string, payload: { readonly [field: string]: Json }) => hub.others.say({ kind, subjectType: 'CorrectionProposal', subjectId, payload });
const correction = (id: string) => hub.database.commissionCorrection.findUniqueOrThrow({ where: { id } });
const inState = (id: string, state: string) => eventually(() => hub.database.commissionCorrection.findUnique({ where: { id } }), (row) => row?.state === state);
const acceptance = (id: string) => hub.database.commissionAcceptance.findUniqueOrThrow({ where: { id } });
const receipts = (commissionId: string) => hub.database.sampleReceipt.findMany({ where: { commissionId }, orderBy: { blindNumber: 'asc' } });

/** The centre asks a lab to agree to a correction of a commission. */
async function asked(commission: GivenCommission, changes: { kind?: string; askedOf?: string } = {}): Promise<string> {
  const id = randomUUID();
  const samples = commission.sampleIds.map((sampleId) => ({ id: sampleId, blindNumber: `MY-${sampleId}` }));
  sent('CorrectionProposed', id, { id, kind: 'COMMISSION_WITHDRAWAL', reason: '样品选错', centerId: 'center', askedOf: 'lab-1', commissionIds: [commission.id], samples, ...changes });
  await eventually(() => hub.database.commissionCorrection.findUnique({ where: { id } }), (row) => row !== null);
  return id;
}
const answer = async (correctionId: string, item: object, asker = 'lab-1') => (await hub.act(asker, 'answerCommissionCorrection', { correctionId, ...item })).outcomes[0];

describe('a commission that the centre asks its lab to let go (答复委托更正, clause 4)', () => {
  it('lies at the lab’s desk with its reason, and is answered within two days: with a reason where the lab does not agree', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const id = await asked(commission);
    expect(await hub.duties(id)).toMatchObject([{ kind: 'AnswerCommissionCorrection', party_id: 'lab-1', role: 'TECHNICIAN', concerned: ['center', 'regulator-province'], closed_at: null }]);
    const seen = async (asker: string) => (await hub.ask(asker, '{ commissionCorrections(filter: { state: [RECEIVED] }) { nodes { id kind reason samples { blindNumber } commissions { id } } } }')).data;
    expect(await seen('lab-1')).toMatchObject({ commissionCorrections: { nodes: [{ id, kind: 'COMMISSION_WITHDRAWAL', reason: '样品选错', samples: [{ blindNumber: `MY-${commission.sampleIds[0]}` }], commissions: [{ id: commission.id }] }] } });
    expect(await seen('lab-2')).toEqual({ commissionCorrections: { nodes: [] } });

    expect((await answer(id, { answer: 'AGREE' }, 'lab-2'))?.refusal).toMatchObject({ code: 'NOT_FOUND' });
    expect((await answer(id, { answer: 'REFUSE', reason: ' ' }))?.refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    expect((await answer(id, { answer: 'AGREE', reason: '可以' }))?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'reason' });
    expect((await answer(id, { answer: 'REFUSE', reason: '检验已近完成' }))?.value).toMatchObject({ state: 'REFUSED', answerReason: '检验已近完成', answered: { role: 'TECHNICIAN' } });
    expect((await answer(id, { answer: 'AGREE' }))?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'REFUSED' });
    expect(await hub.told('CommissionCorrectionAnswered', id)).toMatchObject([{ payloads: { 'monitoring-center': { correctionId: id, partyId: 'lab-1', answer: 'REFUSED', reason: '检验已近完成' } } }]);
    expect(await acceptance(commission.id)).toMatchObject({ state: 'ACCEPTED' });
    expect((await hub.duties(id))[0]?.closed_at).not.toBeNull();
  });

  it('is let go: its samples are expected no more, what was begun comes to nothing, and nobody owes anything by it', async () => {
    const commission = await hub.acceptedCommission('lab-1', { samples: 2 });
    const prepared = await hub.prepare('lab-1', commission);
    const id = await asked(commission);
    expect((await answer(id, { answer: 'AGREE' }))?.refusal).toBeNull();
    expect(await acceptance(commission.id)).toMatchObject({ state: 'WITHDRAWN', withdrawalReason: '样品选错' });
    expect((await receipts(commission.id)).map(({ state }) => state)).toEqual(['CANCELLED', 'CANCELLED']);
    const reportId = prepared.outcomes[0]?.value?.id ?? '';
    expect(await hub.database.inspectionReport.findUnique({ where: { id: reportId } })).toMatchObject({ state: 'DISCARDED' });
    const owed = [...(await hub.duties(commission.id)), ...(await hub.duties(reportId))].filter(({ closed_at }) => closed_at === null);
    expect(owed).toEqual([]);
    const late = await hub.act('lab-1', 'recordTestResults', { receiptId: (await receipts(commission.id))[0]?.id, results: [] });
    expect(late.outcomes[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'CANCELLED' });
  });

  it('lapses with the first report on it, and arrives lapsed where that was before; one that is taken back owes no answer', async () => {
    const commission = await hub.acceptedCommission('lab-1', { samples: 2 });
    const id = await asked(commission);
    const taken = await asked(await hub.acceptedCommission('lab-1'));
    sent('CorrectionProposalWithdrawn', taken, { id: taken, askedOf: 'lab-1', reason: '不必撤回' });
    expect(await inState(taken, 'WITHDRAWN')).toMatchObject({ withdrawalReason: '不必撤回' });
    await hub.issued('lab-1', commission);
    expect(await correction(id)).toMatchObject({ state: 'LAPSED' });
    // The centre holds the samples until it hears that there will be no answer.
    for (const each of [taken, id]) expect(await hub.told('CommissionCorrectionEnded', each)).toMatchObject([{ payloads: { 'monitoring-center': { correctionId: each, partyId: 'lab-1' } } }]);
    for (const each of [taken, id]) expect((await hub.duties(each)).filter(({ closed_at }) => closed_at === null)).toEqual([]);
    const late = await asked(commission);
    expect(await correction(late)).toMatchObject({ state: 'LAPSED' });
    expect(await hub.told('CommissionCorrectionEnded', late)).toHaveLength(1);
    sent('CorrectionProposalWithdrawn', id, { id, askedOf: 'lab-1', reason: '不必撤回' });
    await asked(await hub.acceptedCommission('lab-1'));
    expect(await correction(id)).toMatchObject({ state: 'LAPSED' });
  });
});

describe('samples that bear each other’s labels (同意更正样品标签, clause 4)', () => {
  it('are agreed to also after the report; of a commission that it declines the lab has nothing to say any more', async () => {
    const signed = await hub.acceptedCommission('lab-1');
    await hub.issued('lab-1', signed);
    const id = await asked(signed, { kind: 'SAMPLE_LABELS' });
    expect((await answer(id, { answer: 'AGREE' }))?.value).toMatchObject({ state: 'AGREED' });
    expect((await receipts(signed.id)).map(({ state }) => state)).toEqual(['REPORTED']);

    const offered = await hub.commission('lab-1');
    const open = await asked(offered, { kind: 'SAMPLE_LABELS' });
    await hub.accept('lab-1', { commissionId: offered.id, answer: 'DECLINE', reason: '设备检修' });
    expect(await correction(open)).toMatchObject({ state: 'LAPSED' });
    expect(await hub.told('CommissionCorrectionEnded', open)).toHaveLength(1);
    const unknown = randomUUID();
    sent('CorrectionProposed', unknown, { id: unknown, kind: 'SAMPLE_LABELS', reason: 'r', centerId: 'center', askedOf: 'lab-1', commissionIds: ['no such commission'], samples: [] });
    await eventually(() => hub.told('CommissionCorrectionEnded', unknown), ({ length }) => length === 1);
  });
});
