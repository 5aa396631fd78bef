import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';
import { dutiesOf } from './duties.js';
import { assessedRecord, assessmentItem, recordState } from './risk.js';
import { actOn } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const second = { identity: 'center', user: 2 as const };
const dismiss = (assessmentId: string, changes: object = {}) =>
  act(hub, analyst, 'dismissRiskInformation', [{ idempotencyKey: randomUUID(), assessmentId, reason: '证据不成立', ...changes }], 'id state revision dismissals { reason proposed { userId } countersignature { agrees reason signed { userId } } }');
const countersign = (asker: typeof second | string, assessmentId: string, agrees: boolean, reason = '已复核') =>
  act(hub, asker, 'countersignDismissal', [{ idempotencyKey: randomUUID(), assessmentId, agrees, reason }], 'id state dismissals { countersignature { agrees signed { userId } } }');

describe('what is no quality hazard is dismissed (5.1.2 a)', () => {
  it('with a reason, by one analyst where the risk is not serious; its record follows, and may be assessed anew', async () => {
    const { recordId, assessmentId } = await assessedRecord(hub, { spread: 'SINGLE' });
    expect((await dismiss(assessmentId, { reason: ' ' }))[0]?.refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    expect((await dismiss(assessmentId, { expectedRevision: 7 }))[0]?.refusal?.code).toBe('REVISION_CONFLICT');
    const [dismissed] = await dismiss(assessmentId);
    expect(dismissed?.value).toMatchObject({ state: 'DISMISSED', dismissals: [{ reason: '证据不成立', proposed: { userId: 'center.1' }, countersignature: null }] });
    expect(await recordState(hub, recordId)).toBe('DISMISSED');
    expect(await dutiesOf(hub, assessmentId)).toEqual([]);
    expect((await dismiss(assessmentId))[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'DISMISSED' });
    await actOn(hub, analyst, 'assessRiskInformation', assessmentItem(recordId));
    expect(await recordState(hub, recordId)).toBe('ASSESSED');
  });

  it('never where it may be regional or common: that is escalated', async () => {
    for (const spread of ['REGIONAL', 'COMMON']) {
      const { recordId, assessmentId } = await assessedRecord(hub, { spread });
      expect((await dismiss(assessmentId))[0]?.refusal).toMatchObject({ code: 'SPREAD_DEMANDS_ESCALATION', field: 'assessmentId' });
      expect(await recordState(hub, recordId)).toBe('ASSESSED');
    }
  });

  it('and leaves a record where it is that was escalated upon another assessment', async () => {
    const { recordId, assessmentId } = await assessedRecord(hub);
    const single = await actOn(hub, analyst, 'assessRiskInformation', assessmentItem(recordId, { spread: 'SINGLE' }));
    await actOn(hub, analyst, 'escalateAssessment', { assessmentIds: [assessmentId], title: 't', summary: 's', recommendation: 'r', submitToId: 'regulator-province' });
    expect((await dismiss(single.id))[0]?.value.state).toBe('DISMISSED');
    expect(await recordState(hub, recordId)).toBe('ESCALATED');
  });
});

describe('a serious risk is dismissed by two persons (5.1.2 a)', () => {
  it.each([
    ['by its harm', { severity: 4, probability: 'OVER_1_IN_2', hazardDegree: 'LOW' }],
    ['by its degree', { severity: 1, probability: 'UNDER_1_IN_1000000', hazardDegree: 'SERIOUS' }],
  ])('serious %s: the second is another analyst, who owes the word', async (_case, changes) => {
    const { recordId, assessmentId } = await assessedRecord(hub, { spread: 'LIMITED', ...changes });
    expect((await dismiss(assessmentId))[0]?.value.state).toBe('DISMISSAL_PROPOSED');
    expect(await recordState(hub, recordId)).toBe('ASSESSED');
    expect(await dutiesOf(hub, assessmentId)).toMatchObject([{ kind: 'CountersignDismissal', role: 'ANALYST', party: 'center', end: 'OPEN' }]);
    expect((await countersign(analyst, assessmentId, true))[0]?.refusal).toMatchObject({ code: 'SECOND_PERSON_NEEDED', field: 'assessmentId' });
    expect((await countersign(second, assessmentId, true, ''))[0]?.refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    expect((await countersign(second, assessmentId, true))[0]?.value).toMatchObject({
      state: 'DISMISSED',
      dismissals: [{ countersignature: { agrees: true, signed: { userId: 'center.2' } } }],
    });
    expect(await recordState(hub, recordId)).toBe('DISMISSED');
    expect(await dutiesOf(hub, assessmentId)).toMatchObject([{ end: 'DONE' }]);
    expect((await countersign(second, assessmentId, true))[0]?.refusal?.code).toBe('STATE_NOT_POSSIBLE');
  });

  it('or is to be handled after all where the second disagrees; both words stay on record', async () => {
    const { assessmentId } = await assessedRecord(hub, { spread: 'LIMITED', hazardDegree: 'SERIOUS' });
    await dismiss(assessmentId);
    expect((await countersign(second, assessmentId, false))[0]?.value.state).toBe('ASSESSED');
    expect((await dismiss(assessmentId, { reason: '补充证据' }))[0]?.value['dismissals']).toMatchObject([
      { countersignature: { agrees: false, reason: '已复核' } },
      { reason: '补充证据', countersignature: null },
    ]);
    const both = await Promise.all([true, false].map((agrees, index) => countersign({ identity: 'center', user: (index + 2) as 2 }, assessmentId, agrees)));
    const refused = both.flat().filter(({ refusal }) => refusal);
    expect(refused).toHaveLength(1);
    expect(['CONCURRENT_CHANGE', 'STATE_NOT_POSSIBLE']).toContain(refused[0]?.refusal?.code);
  });
});
