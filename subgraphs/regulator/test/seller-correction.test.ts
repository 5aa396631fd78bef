import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { dutiesOn, fedBack, told } from './acts.js';
import { afterResult } from './after-result.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const { done, refusalOf } = afterResult(() => hub);
const right = { shopName: '小满家电专营店', merchantName: '湖滨小满家电有限公司', merchantUscc: '91440300MA5F7YRE78', sellerRegion: '330106' };
const say = (kind: string, subjectId: string, payload: Parameters<typeof hub.others.say>[0]['payload']) => hub.others.say({ kind, subjectType: 'CorrectionProposal', subjectId, payload });
const found = (id: string) => hub.database.sellerCorrection.findUnique({ where: { id } });

/** The centre asks the regulator to agree that monitoring data name the wrong seller. */
async function asked(monitoringDataId: string): Promise<string> {
  const id = randomUUID();
  say('CorrectionProposed', id, { id, kind: 'SELLER', reason: '店铺同名，登记有误', centerId: 'center', askedOf: 'regulator-province', monitoringDataId, ...right });
  await eventually(() => found(id), (row) => row !== null);
  return id;
}

describe('that monitoring data name the wrong seller (答复电商更正, clause 4)', () => {
  it('lies at the desk of the regulator that was fed back, and of nobody else; the answer goes to the centre, with a reason where it is no', async () => {
    const data = await fedBack(hub);
    const id = await asked(data);
    expect(await dutiesOn(hub, id)).toEqual({ AnswerSellerCorrection: 'OPEN' });
    const seen = async (asker: string) =>
      (await hub.ask(asker, 'query ($data: ID!) { sellerCorrections(filter: { state: [RECEIVED], monitoringDataId: $data }) { nodes { id shopName merchantUscc sellerRegion { code } reason monitoringData { shopName } } } }', { data })).data;
    expect(await seen('regulator-province')).toMatchObject({ sellerCorrections: { nodes: [{ id, shopName: right.shopName, merchantUscc: right.merchantUscc, sellerRegion: { code: '330106' }, reason: '店铺同名，登记有误', monitoringData: { shopName: expect.not.stringMatching(right.shopName) } }] } });
    expect(await seen('regulator-city')).toEqual({ sellerCorrections: { nodes: [] } });
    expect(await refusalOf('answerSellerCorrection', { correctionId: id, answer: 'AGREE' }, 'regulator-city')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf('answerSellerCorrection', { correctionId: id, answer: 'REFUSE' })).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    await done('answerSellerCorrection', { correctionId: id, answer: 'REFUSE', reason: '登记无误' }, 'id state');
    expect(await told(hub, id, 'monitoring-center')).toEqual([['SellerCorrectionAnswered', { correctionId: id, partyId: 'regulator-province', answer: 'REFUSED', reason: '登记无误' }]]);
    expect(await dutiesOn(hub, id)).toEqual({ AnswerSellerCorrection: 'DONE' });

    const agreed = await asked(data);
    expect(await done('answerSellerCorrection', { correctionId: agreed, answer: 'AGREE' }, 'id state answerReason answered { role }')).toMatchObject({ state: 'AGREED', answerReason: null, answered: { role: 'OFFICER' } });
    // The version stays as it is until the one that names the right seller comes.
    expect(await hub.database.receivedMonitoringData.findUnique({ where: { id: data } })).toMatchObject({ state: 'RECEIVED', supersededById: null });
  });

  it('asks for no answer any more once the centre takes it back; one that was answered stays so', async () => {
    const data = await fedBack(hub);
    const [taken, answered] = [await asked(data), await asked(data)];
    await done('answerSellerCorrection', { correctionId: answered, answer: 'AGREE' }, 'id state');
    for (const id of [answered, taken]) say('CorrectionProposalWithdrawn', id, { id, askedOf: 'regulator-province', reason: '不必更正' });
    await eventually(() => found(taken), (row) => row?.state === 'WITHDRAWN');
    expect(await found(taken)).toMatchObject({ withdrawalReason: '不必更正' });
    expect(await dutiesOn(hub, taken)).toEqual({ AnswerSellerCorrection: 'DROPPED' });
    expect(await told(hub, taken, 'monitoring-center')).toEqual([['SellerCorrectionEnded', { correctionId: taken, partyId: 'regulator-province' }]]);
    expect(await found(answered)).toMatchObject({ state: 'AGREED', withdrawalReason: null });
    expect(await refusalOf('answerSellerCorrection', { correctionId: taken, answer: 'AGREE' })).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
  });
});
