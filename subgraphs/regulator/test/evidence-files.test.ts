import { askFiles, testFile, upload, type TestFile } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { fedBack } from './acts.js';
import { afterResult, ago } from './after-result.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const { done, issued, confirm, object, served, objectionTo } = afterResult(() => hub);
const named = ({ hash, content }: TestFile) => [{ hash, size: content.length, mediaType: 'image/jpeg', name: '附件.jpg' }];
const handedIn = async (content: string, asker = 'regulator-province') => {
  const file = testFile(content);
  await upload(hub, asker, file);
  return file;
};
const given = async (file: TestFile, ...askers: string[]) => Promise.all(askers.map(async (asker) => (await askFiles(hub, asker, 'GET', `/evidence/regulator/${file.hash}`)).status));
/** How often the record says that a file was named on a row, sealed or waiting to be. */
const onRecord = async (type: string, id: string) => {
  const rows = await hub.database.$queryRaw<{ entry: string }[]>`SELECT entry FROM kernel.preserved_arrival UNION SELECT entry FROM kernel.preserved_entry`;
  const subjects = rows.map(({ entry }) => (JSON.parse(entry) as { subject?: { type: string; id: string } }).subject);
  return subjects.filter((subject) => subject?.type === type && subject.id === id).length;
};

describe('a file that an act after a result names (证据文件, after 5.4.1) is given to whoever may read the row, and to nobody else', () => {
  it('proof of service, and an objection that was entered', async () => {
    const slip = await handedIn('the signed receipt');
    const seller = await issued(await fedBack(hub), 'SELLER');
    await done('recordNoticeService', { noticeId: seller, method: 'DIRECT', servedAt: ago(0), evidence: named(slip) });
    expect(await given(slip, 'regulator-province', 'center', 'merchant-1')).toEqual([200, 200, 200]);
    expect(await given(slip, 'platform-1', 'regulator-city', 'lab-1')).toEqual([404, 404, 404]);
    expect(await onRecord('ResultNotice', seller)).toBe(1);

    const letter = await handedIn('the letter of the producer');
    const producer = await issued(await fedBack(hub), 'PRODUCER');
    await done('recordNoticeService', { noticeId: producer, method: 'DIRECT', servedAt: ago(0), evidence: named(slip) });
    const { id } = await done('recordObjection', { noticeId: producer, ground: 'NOT_OUR_PRODUCT', statement: '并非我公司生产', raisedAt: ago(0), evidence: named(letter) });
    expect(await given(letter, 'regulator-province', 'center')).toEqual([200, 200]);
    expect(await given(letter, 'merchant-1', 'regulator-city')).toEqual([404, 404]);
    expect(await onRecord('Objection', id)).toBe(1);
  });

  it('a case that was referred, and its reply', async () => {
    const { id: handlingId } = await done('openHazardHandling', { monitoringDataIds: [await fedBack(hub)], summary: '泄漏电流不合格' });
    const [material, answer, secret] = [await handedIn('the material of the case'), await handedIn('the reply', 'regulator-city'), await handedIn('for nobody else')];
    const { id: referralId } = await done('referCase', { handlingId, recipient: { participantId: 'regulator-city' }, reason: '移送', evidence: named(material) });
    expect(await given(material, 'regulator-province', 'regulator-city', 'regulator-county')).toEqual([200, 200, 404]);
    await done('answerCaseReferral', { referralId, outcome: 'ACCEPTED', text: '已受理', evidence: [...named(answer), ...named(secret)] }, 'id', 'regulator-city');
    expect(await given(answer, 'regulator-province', 'regulator-city', 'regulator-county')).toEqual([200, 200, 404]);
    // Who names a file of another has named a file of its own, which it never handed in.
    expect(await given(secret, 'regulator-city')).toEqual([404]);

    const entered = await handedIn('the reply of the police');
    const outside = (await done('referCase', { handlingId, recipient: { name: '湖滨市公安局', kind: 'DEPARTMENT' }, reason: '移送' })).id;
    await done('answerCaseReferral', { referralId: outside, outcome: 'ACCEPTED', text: '已立案', evidence: named(entered) });
    expect(await given(entered, 'regulator-province', 'regulator-city')).toEqual([200, 404]);
  });

  it('but not what an objection names that its author raised: that lies at the platforms, and opens no file of the regulator', async () => {
    const secret = await handedIn('minutes of a meeting');
    const noticeId = await issued(await fedBack(hub), 'SELLER');
    confirm(noticeId, 'merchant-1');
    await served(noticeId);
    object(noticeId, 'merchant-1', { evidence: named(secret) });
    await objectionTo(noticeId);
    expect(await given(secret, 'merchant-1', 'regulator-province')).toEqual([404, 404]);
  });
});
