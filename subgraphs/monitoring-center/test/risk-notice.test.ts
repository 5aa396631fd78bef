import { randomUUID } from 'node:crypto';
import { named, statusesOf, testFile, upload } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';
import { dutiesOf } from './duties.js';
import { assessedRecord, recordState } from './risk.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const limited = () => assessedRecord(hub, { spread: 'LIMITED' });
const notify = (assessmentId: string, changes: object = {}) =>
  act(
    hub,
    analyst,
    'notifyOfRisk',
    [{ idempotencyKey: randomUUID(), assessmentId, addressees: [{ participantId: 'enterprise-1' }], text: '请核查并采取措施', ...changes }],
    'id state notices { id number state addressee { id } addresseeName addresseeKind text productName hazardItem answer { measures } }',
  );
interface Notice { id: string; addressee: { id: string } | null }
const noticesOf = (outcomes: Awaited<ReturnType<typeof notify>>) => (outcomes[0]?.value['notices'] ?? []) as Notice[];
const answer = (asker: Parameters<Hub['ask']>[0], riskNoticeId: string, changes: object = {}) =>
  act(hub, asker, 'answerRiskNotice', [{ idempotencyKey: randomUUID(), riskNoticeId, measures: '已停止生产并排查', ...changes }], 'id state answer { measures onBehalf evidence { hash } answered { userId partyId } }');

describe('departments or enterprises are notified of what is neither widespread nor common (5.1.2 b)', () => {
  it('each by a notice of its own, which it owes an answer to; the centre owes that of one without an account', async () => {
    const { recordId, assessmentId } = await limited();
    const outcomes = await notify(assessmentId, { addressees: [{ participantId: 'enterprise-1' }, { participantId: 'department-1' }, { name: '某县消防救援大队', kind: 'DEPARTMENT' }] });
    expect(outcomes[0]?.value).toMatchObject({ state: 'NOTIFIED' });
    const notices = noticesOf(outcomes);
    expect(notices).toMatchObject([
      { number: expect.stringMatching(/^TZ-\d{4}-\w{10}$/), state: 'SENT', addressee: { id: 'enterprise-1' }, addresseeKind: 'ENTERPRISE', text: '请核查并采取措施', productName: '电热水壶', hazardItem: '触电', answer: null },
      { addressee: { id: 'department-1' }, addresseeKind: 'DEPARTMENT' },
      { addressee: null, addresseeName: '某县消防救援大队', addresseeKind: 'DEPARTMENT' },
    ]);
    expect(await recordState(hub, recordId)).toBe('NOTIFIED');
    const duties = await Promise.all(notices.map(({ id }) => dutiesOf(hub, id)));
    expect(duties.flat()).toMatchObject([
      { kind: 'AnswerRiskNotice', role: 'OFFICER', party: 'enterprise-1', concerned: ['center'], end: 'OPEN' },
      { kind: 'AnswerRiskNotice', role: 'OFFICER', party: 'department-1', concerned: ['center'], end: 'OPEN' },
      { kind: 'AnswerRiskNotice', role: 'ANALYST', party: 'center', concerned: [], end: 'OPEN' },
    ]);
    expect((await notify(assessmentId))[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'NOTIFIED' });
  });

  it('a notice alone is refused where it may be regional or common', async () => {
    for (const spread of ['REGIONAL', 'COMMON']) {
      const { assessmentId } = await assessedRecord(hub, { spread });
      expect((await notify(assessmentId))[0]?.refusal).toMatchObject({ code: 'SPREAD_DEMANDS_ESCALATION', field: 'assessmentId' });
    }
    expect((await notify((await limited()).assessmentId))[0]?.refusal).toBeNull();
  });

  it('not without addressees, to parties of another kind, twice to one, without a text, or with an answer due before now', async () => {
    const { recordId, assessmentId } = await limited();
    const refusal = async (changes: object) => {
      const [outcome] = await notify(assessmentId, changes);
      return `${outcome?.refusal?.code} ${outcome?.refusal?.field}`;
    };
    expect(await refusal({ addressees: [] })).toBe('ADDRESSEES_NEEDED addressees');
    expect(await refusal({ addressees: [{ participantId: 'enterprise-1' }, { participantId: 'platform-1' }] })).toBe('ADDRESSEE_UNKNOWN addressees.1.participantId');
    expect(await refusal({ addressees: [{ participantId: randomUUID() }] })).toBe('ADDRESSEE_UNKNOWN addressees.0.participantId');
    const both = { participantId: 'enterprise-1', name: '某厂', kind: 'ENTERPRISE' };
    expect(await refusal({ addressees: [both] })).toBe('VALUE_INVALID addressees.0');
    expect(await refusal({ addressees: [{ ...both, name: null }] })).toBe('VALUE_INVALID addressees.0');
    expect(await refusal({ addressees: [{ name: '某厂' }] })).toBe('ADDRESSEE_UNKNOWN addressees.0');
    expect(await refusal({ addressees: [{ participantId: 'enterprise-1' }, { participantId: 'enterprise-1' }] })).toBe('ADDRESSEE_TWICE addressees.1');
    expect(await refusal({ text: '' })).toBe('VALUE_REQUIRED text');
    expect(await refusal({ answerBy: '2020-01-01T00:00:00Z' })).toBe('TIME_IN_PAST answerBy');
    expect([await recordState(hub, recordId), await hub.database.riskNotice.count({ where: { assessmentId } })]).toEqual(['ASSESSED', 0]);
  });
});

describe('a notice is answered with what was done (5.1.2 b)', () => {
  const read = '{ riskNotices(filter: { assessmentId: "ID" }) { totalCount nodes { id state } } }';
  const mine = 'query ($id: ID!) { riskNotice(id: $id) { text answerBy sent { partyId } assessment { id } } }';

  it('by its addressee, which sees its own notice and nothing of the assessment; others see none', async () => {
    const { assessmentId } = await limited();
    const [toEnterprise, toDepartment] = noticesOf(await notify(assessmentId, { addressees: [{ participantId: 'enterprise-1' }, { participantId: 'department-1' }] }));
    const id = toEnterprise?.id ?? '';
    const seen = await hub.ask('enterprise-1', mine, { id });
    expect(seen.data).toMatchObject({ riskNotice: { text: '请核查并采取措施', sent: { partyId: 'center' }, assessment: null } });
    expect(seen.errors?.map(({ extensions }) => extensions['coordinate'])).toEqual(['RiskNotice.assessment']);
    expect((await hub.ask('enterprise-1', mine, { id: toDepartment?.id })).data).toEqual({ riskNotice: null });
    expect((await hub.ask('enterprise-1', '{ riskNotices { nodes { id } } }')).data).toMatchObject({ riskNotices: { nodes: expect.arrayContaining([{ id }]) } });
    expect((await hub.ask('regulator-province', read.replace('ID', assessmentId))).data).toMatchObject({ riskNotices: { totalCount: 2 } });
    for (const asker of ['regulator-city', 'platform-1', 'merchant-1', 'lab-1']) expect((await hub.ask(asker, '{ riskNotices { totalCount } }')).data).toEqual({ riskNotices: null });

    const hash = `sha-256:${'a'.repeat(64)}`;
    expect((await answer('department-1', id))[0]?.refusal).toMatchObject({ code: 'NOT_FOUND', field: 'riskNoticeId' });
    expect((await answer('enterprise-1', id, { measures: ' ' }))[0]?.refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'measures' });
    expect((await answer('enterprise-1', id, { evidence: [{ hash: 'x', size: 1, mediaType: 'image/jpeg' }] }))[0]?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'evidence.0.hash' });
    expect((await answer('enterprise-1', id, { evidence: [{ hash, size: 9, mediaType: 'image/jpeg' }] }))[0]?.value).toMatchObject({
      state: 'ANSWERED',
      answer: { measures: '已停止生产并排查', onBehalf: false, evidence: [{ hash }], answered: { userId: 'enterprise-1.1', partyId: 'enterprise-1' } },
    });
    expect(await dutiesOf(hub, id)).toMatchObject([{ end: 'DONE' }]);
    expect((await answer('enterprise-1', id))[0]?.refusal?.code).toBe('STATE_NOT_POSSIBLE');
  });

  it('or by the centre that was told otherwise, marked as on its behalf', async () => {
    const [notice] = noticesOf(await notify((await limited()).assessmentId, { addressees: [{ name: '某电器厂', kind: 'ENTERPRISE' }] }));
    const [answered] = await answer(analyst, notice?.id ?? '');
    expect(answered?.value).toMatchObject({ state: 'ANSWERED', answer: { onBehalf: true, answered: { partyId: 'center' } } });
  });

  it('once, also when two officers answer at once', async () => {
    const [notice] = noticesOf(await notify((await limited()).assessmentId));
    const both = await Promise.all([1, 2].map((user) => answer({ identity: 'enterprise-1', user: user as 1 | 2 }, notice?.id ?? '')));
    expect(both.flat().filter(({ refusal }) => refusal)).toHaveLength(1);
  });
});

describe('a file that the answer to a notice names', () => {
  it('is handed in by the addressee, and given to it and to the centre: to no other addressee, lab or platform', async () => {
    const { assessmentId } = await limited();
    const [notice] = noticesOf(await notify(assessmentId, { addressees: [{ participantId: 'enterprise-1' }, { participantId: 'department-1' }] }));
    const file = testFile('production has stopped');
    expect((await upload(hub, 'enterprise-1', file)).status).toBe(204);
    expect((await answer('enterprise-1', notice?.id ?? '', { evidence: [named(file)] }))[0]).toMatchObject({ refusal: null });
    expect(await statusesOf(hub, file.hash, ['enterprise-1', 'center'])).toEqual([200, 200]);
    expect(await statusesOf(hub, file.hash, ['department-1', 'lab-1', 'platform-1', 'regulator-county'])).toEqual([404, 404, 404, 404]);
  });
});
