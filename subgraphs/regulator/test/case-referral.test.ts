import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { dutiesOn, fedBack } from './acts.js';
import { afterResult, slip } from './after-result.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const { done, refusalOf, withoutAccount } = afterResult(() => hub);
const opened = async () => (await done('openHazardHandling', { monitoringDataIds: [await fedBack(hub)], summary: '泄漏电流不合格' })).id;
const refer = async (recipient: object, handlingId?: string) =>
  (await done('referCase', { handlingId: handlingId ?? (await opened()), recipient, reason: '涉嫌生产、销售不符合安全标准的产品', evidence: [slip] })).id;
const police = { name: '湖滨市公安局', kind: 'DEPARTMENT' };

describe('the referral of a case (案件移送, 3.1 d)', () => {
  it('to a regulator with an account is read and answered there, without the case; nobody else learns of it', async () => {
    const referralId = await refer({ participantId: 'regulator-city' });
    const read = `{ caseReferral(id: "${referralId}") { id summary recipientKind evidence { hash } handling { id } } }`;
    expect((await hub.ask('regulator-city', read)).data).toEqual({ caseReferral: { id: referralId, summary: '泄漏电流不合格', recipientKind: 'REGULATOR', evidence: [{ hash: slip.hash }], handling: null } });
    expect((await hub.ask('regulator-county', read)).data).toEqual({ caseReferral: null });
    expect((await hub.ask('department-1', read)).data).toEqual({ caseReferral: null });
    const [duty] = await hub.database.$queryRaw<object[]>`SELECT party_id, concerned, part_of FROM kernel.duty WHERE subject_id = ${referralId}`;
    expect(duty).toEqual({ party_id: 'regulator-city', concerned: ['regulator-province'], part_of: null });
    const answer = { referralId, outcome: 'ACCEPTED', text: '已受理', documentNumber: '湖市监移〔2026〕1号', evidence: [slip] };
    expect(await refusalOf('answerCaseReferral', answer)).toMatchObject({ code: 'RECIPIENT_ANSWERS_ITSELF' });
    expect(await done('answerCaseReferral', answer, 'state reply { outcome documentNumber onBehalf }', 'regulator-city')).toEqual({
      state: 'ACCEPTED',
      reply: { outcome: 'ACCEPTED', documentNumber: '湖市监移〔2026〕1号', onBehalf: false },
    });
    expect(await dutiesOn(hub, referralId)).toEqual({ AnswerCaseReferral: 'DONE' });
  });

  it('to a department is answered by it, or, outside the hub, entered with the reply on its behalf', async () => {
    const within = await refer({ participantId: 'department-1' });
    expect(await done('answerCaseReferral', { referralId: within, outcome: 'DECLINED', text: '不属本部门管辖' }, 'state', 'department-1')).toEqual({ state: 'DECLINED' });
    const outside = await refer(police);
    expect(await dutiesOn(hub, outside)).toEqual({ AnswerCaseReferral: 'OPEN' });
    const reply = { referralId: outside, outcome: 'ACCEPTED', text: '已立案', repliedAt: '2020-01-01T00:00:00Z' };
    expect(await refusalOf('answerCaseReferral', reply)).toMatchObject({ code: 'TIMES_OUT_OF_ORDER', field: 'repliedAt' });
    expect(await done('answerCaseReferral', { ...reply, repliedAt: undefined, evidence: [slip] }, 'state reply { onBehalf evidence { hash } }')).toEqual({
      state: 'ACCEPTED',
      reply: { onBehalf: true, evidence: [{ hash: slip.hash }] },
    });
  });

  it('to a place that has lost its account is answered by the regulator that enters its reply', async () => {
    const referralId = await refer({ participantId: 'department-1' });
    const reply = { referralId, outcome: 'ACCEPTED', text: '已立案' };
    expect(await refusalOf('answerCaseReferral', reply)).toMatchObject({ code: 'RECIPIENT_ANSWERS_ITSELF' });
    await withoutAccount('department-1', async () => {
      expect(await done('answerCaseReferral', reply, 'state reply { onBehalf }')).toEqual({ state: 'ACCEPTED', reply: { onBehalf: true } });
    });
  });

  it('names another place, and one that there is', async () => {
    const handlingId = await opened();
    const item = (recipient: object) => ({ handlingId, recipient, reason: '移送' });
    expect(await refusalOf('referCase', item({ participantId: 'regulator-province' }))).toMatchObject({ code: 'VALUE_INVALID', field: 'recipient.participantId' });
    expect(await refusalOf('referCase', item({ participantId: 'platform-1' }))).toMatchObject({ code: 'NOT_FOUND', field: 'recipient.participantId' });
    expect(await refusalOf('referCase', item({ name: '公安局' }))).toMatchObject({ code: 'VALUE_REQUIRED', field: 'recipient.kind' });
    expect(await refusalOf('referCase', item({ kind: 'DEPARTMENT' }))).toMatchObject({ code: 'VALUE_REQUIRED', field: 'recipient.name' });
  });

  it('keeps its case open until it is answered or withdrawn', async () => {
    const handlingId = await opened();
    const referralId = await refer(police, handlingId);
    expect(await refusalOf('closeHazardHandling', { handlingId, result: '已移送' })).toMatchObject({ code: 'REFERRALS_OPEN' });
    await done('withdrawCaseReferral', { referralId, reason: '移送对象有误' });
    expect(await dutiesOn(hub, referralId)).toEqual({ AnswerCaseReferral: 'DROPPED' });
    expect(await done('closeHazardHandling', { handlingId, result: '已办结' }, 'state referrals { state withdrawReason }')).toEqual({
      state: 'CLOSED',
      referrals: [{ state: 'WITHDRAWN', withdrawReason: '移送对象有误' }],
    });
  });
});
