import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { harmTable } from '@hub/schema/code-lists/harm-table.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';
import { assessmentItem, takenInRecord } from './risk.js';
import { tell } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const takenIn = (key?: string, content?: string) => takenInRecord(hub, { sourceRecord: { source: 'TEST', key: key ?? randomUUID(), content: content ?? 'one' } });
const assessment = assessmentItem;
const assess = (items: readonly object[], fields?: string) => act(hub, analyst, 'assessRiskInformation', items, fields ?? 'id state revision');
const assessed = async (id: string, changes: object = {}) => (await assess([assessment(id, changes)]))[0]?.value.id ?? '';
const escalation = (assessmentIds: readonly string[], changes: object = {}) => ({
  idempotencyKey: randomUUID(),
  assessmentIds,
  title: '电热水壶触电风险',
  summary: '多地出现触电',
  recommendation: '监测电热水壶的泄漏电流',
  submitToId: 'regulator-province',
  ...changes,
});
const escalate = (items: readonly object[], fields?: string) => act(hub, analyst, 'escalateAssessment', items, fields ?? 'id number state revision');
const stateOf = async (id: string) => (await hub.database.riskInformation.findUnique({ where: { id } }))?.state;

describe('risk information is assessed (5.1.2)', () => {
  it('by method, severity, probability and spread, with the harm level of the table; again while it is not escalated', async () => {
    const id = await takenIn();
    const [first] = await assess(
      [assessment(id, { expectedRevision: 1 })],
      'id state method hazardDegree severity probability harmLevel harmTableVersion spread evidence assessed { userId role } report { id } cluster { id } dismissals { reason } notices { id } records { id state revision }',
    );
    expect(first).toMatchObject({
      refusal: null,
      value: {
        state: 'ASSESSED',
        harmLevel: 'HIGH',
        harmTableVersion: '2026-1',
        spread: 'REGIONAL',
        assessed: { userId: 'center.1', role: 'ANALYST' },
        report: null,
        cluster: null,
        dismissals: [],
        notices: [],
        records: [{ id, state: 'ASSESSED', revision: 2 }],
      },
    });
    const [stale, second] = await assess([assessment(id, { expectedRevision: 1 }), assessment(id, { severity: 4 })], 'id harmLevel');
    expect(stale?.refusal?.code).toBe('REVISION_CONFLICT');
    expect(second?.value['harmLevel']).toBe('SERIOUS');
    const read = await hub.ask(analyst, 'query ($id: ID!) { riskInformation(id: $id) { assessments { id } } }', { id });
    expect(read.data).toMatchObject({ riskInformation: { assessments: [{ id: second?.value.id }, { id: first?.value.id }] } });
  });

  it('not without evidence, with a severity outside the table, or on what is not there or superseded', async () => {
    const key = randomUUID();
    const old = await takenIn(key);
    const current = await takenIn(key, 'two');
    const outcomes = await assess([
      assessment(current, { evidence: ' ' }),
      assessment(current, { severity: 5 }),
      assessment(current, { severity: 0 }),
      assessment(randomUUID()),
      assessment(old),
      assessment(current, { clusterId: randomUUID() }),
      assessment(current, { riskInformationId: null }),
    ]);
    expect(outcomes.map(({ refusal }) => `${refusal?.code} ${refusal?.field}`)).toEqual([
      'VALUE_REQUIRED evidence',
      'VALUE_INVALID severity',
      'VALUE_INVALID severity',
      'NOT_FOUND riskInformationId',
      'VERSION_SUPERSEDED riskInformationId',
      'RECORD_OR_CLUSTER clusterId',
      'RECORD_OR_CLUSTER riskInformationId',
    ]);
    expect(outcomes[4]?.refusal?.message).toContain(current);
  });

  it('by the table of the standard, cell by cell at its corners', () => {
    expect(harmTable.levels.OVER_1_IN_2).toEqual(['HIGH', 'SERIOUS', 'SERIOUS', 'SERIOUS']);
    expect(harmTable.levels.OVER_1_IN_1000000).toEqual(['LOW', 'LOW', 'LOW', 'MEDIUM']);
    expect(harmTable.levels.UNDER_1_IN_1000000).toEqual(['LOW', 'LOW', 'LOW', 'LOW']);
  });
});

describe('what may be regional or common becomes a report (5.1.2 c)', () => {
  it('rests on several assessments, is submitted to a regulator, and from then on that regulator reads it with its assessments', async () => {
    const records = [await takenIn(), await takenIn()];
    const ids = [await assessed(records[0] ?? ''), await assessed(records[1] ?? '', { spread: 'COMMON' })];
    const readAssessment = 'query ($id: ID!) { assessment(id: $id) { id } }';
    expect((await hub.ask('regulator-province', readAssessment, { id: ids[0] })).data).toEqual({ assessment: null });

    const [outcome] = await escalate([escalation(ids)], 'id number state submittedTo { id } center { id } submitted { userId } assessments { id state report { id } records { state } }');
    const id = outcome?.value.id;
    expect(outcome?.value).toMatchObject({
      number: expect.stringMatching(/^PG-\d{4}-\d{6}$/),
      state: 'SUBMITTED',
      submittedTo: { id: 'regulator-province' },
      center: { id: 'center' },
    });
    expect(outcome?.value['assessments']).toHaveLength(2);
    expect(outcome?.value['assessments']).toContainEqual({ id: ids[1], state: 'ESCALATED', report: { id }, records: [{ state: 'ESCALATED' }] });

    const read = 'query ($id: ID!) { assessmentReport(id: $id) { id assessments { id evidence records { id } } } assessmentReports { totalCount } assessments { totalCount } }';
    const regulator = await hub.ask('regulator-province', read, { id });
    expect(regulator.errors).toBeUndefined();
    expect(regulator.data).toMatchObject({ assessmentReport: { id }, assessmentReports: { totalCount: 1 }, assessments: { totalCount: 2 } });
    expect((await hub.ask('regulator-city', read, { id })).data).toEqual({
      assessmentReport: null,
      assessmentReports: { totalCount: 0 },
      assessments: { totalCount: 0 },
    });
    for (const asker of ['lab-1', 'platform-1', 'merchant-1']) {
      const denied = await hub.ask(asker, read, { id });
      expect(denied.data).toEqual({ assessmentReport: null, assessmentReports: null, assessments: null });
      const entity = await hub.ask(asker, 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AssessmentReport { title } } }', {
        r: [{ __typename: 'AssessmentReport', id }],
      });
      expect(entity.data).toEqual({ _entities: [null] });
    }

    const [event] = await hub.database.$queryRaw<object[]>`SELECT payloads, receivers FROM kernel.event WHERE subject_id = ${id}`;
    expect(event).toEqual({
      receivers: expect.arrayContaining(['exchange', 'regulator']),
      payloads: {
        exchange: null,
        regulator: { id, number: outcome?.value.number, title: '电热水壶触电风险', centerId: 'center', submittedToId: 'regulator-province', productCategories: [], platforms: [], hazardDegrees: ['HIGH'] },
      },
    });
    const [again, assessAgain] = [await escalate([escalation(ids)]), await assess([assessment(records[0] ?? '')])];
    expect(again[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'ESCALATED', possibleFrom: ['ASSESSED'] });
    expect(assessAgain[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'ESCALATED', possibleFrom: ['COLLECTED', 'ASSESSED', 'DISMISSED', 'NOTIFIED'] });
  });

  it('is refused where one spreads less, where nothing is named, or where the addressee is no regulator', async () => {
    const id = await takenIn();
    const wide = await assessed(id);
    const single = await assessed(id, { spread: 'SINGLE' });
    const outcomes = await escalate([
      escalation([wide, single]),
      escalation([]),
      escalation([wide], { submitToId: 'lab-1' }),
      escalation([wide], { title: '' }),
      escalation([randomUUID()]),
    ]);
    expect(outcomes.map(({ refusal }) => refusal?.code)).toEqual(['SPREAD_NOT_ESCALATABLE', 'VALUE_INVALID', 'NOT_FOUND', 'VALUE_REQUIRED', 'NOT_FOUND']);
    expect(await stateOf(id)).toBe('ASSESSED');
  });

  it('is accepted or returned once; the records of a returned one may be assessed and escalated anew', async () => {
    const [first, second] = [await takenIn(), await takenIn()];
    const [accepted] = await escalate([escalation([await assessed(first)])]);
    const [returned] = await escalate([escalation([await assessed(second)])]);
    const decide = (reportId: string, outcome: string) =>
      tell(hub, 'regulator', 'AssessmentReportDecided', reportId, { reportId, outcome, reason: outcome === 'RETURNED' ? '证据不足' : null });
    await decide(accepted?.value.id ?? '', 'ACCEPTED');
    await decide(returned?.value.id ?? '', 'RETURNED');
    await decide(accepted?.value.id ?? '', 'RETURNED');
    await decide(randomUUID(), 'ACCEPTED');
    const read = 'query ($id: ID!) { assessmentReport(id: $id) { state } }';
    expect((await hub.ask('regulator-province', read, { id: accepted?.value.id })).data).toEqual({ assessmentReport: { state: 'ACCEPTED' } });
    expect((await hub.ask(analyst, read, { id: returned?.value.id })).data).toEqual({ assessmentReport: { state: 'RETURNED' } });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['ESCALATED', 'ASSESSED']);
    expect(await hub.database.unmatchedEvent.count({ where: { kind: 'AssessmentReportDecided' } })).toBe(2);

    const [again] = await escalate([escalation([await assessed(second, { evidence: '新的证据' })])]);
    expect(again?.value.state).toBe('SUBMITTED');
    expect(await stateOf(second)).toBe('ESCALATED');
  });
});
