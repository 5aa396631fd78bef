import { randomUUID } from 'node:crypto';
import { delegationHeader } from '@hub/kernel/identity/authenticate.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import { JourneyHub } from './journey-hub.js';

/** Five users of the centre: three analysts, of whom the third goes on leave, and two who are none. */
const [li, wang, zhao]: readonly Asker[] = ([1, 2, 3] as const).map((user) => ({ identity: 'center', role: 'ANALYST', user }));
const [chen, zhou]: readonly Asker[] = ([1, 2] as const).map((user) => ({ identity: 'steward', user }));
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const cases = 12;

interface Task {
  readonly id: string;
  readonly subjectId: string;
  readonly dueAt: string;
  readonly claim: { readonly id: string; readonly claimedBy: { readonly id: string } } | null;
  readonly doneBy: { readonly id: string } | null;
  readonly doneOnBehalfOf: { readonly id: string } | null;
}
interface Outcome {
  readonly value: Record<string, never> | null;
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

let hub: JourneyHub;
beforeAll(async () => {
  hub = await JourneyHub.start({ separate: false });
  await hub.ready();
}, 180_000);
afterAll(() => hub?.stop(), 60_000);

const by = (delegation: string | undefined) => (delegation === undefined ? {} : { [delegationHeader]: delegation });
async function act(asker: Asker | undefined, name: string, items: readonly object[], selection: string, delegation?: string): Promise<readonly Outcome[]> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation ($items: [${type}!]!) { ${name}(items: $items) { outcomes { value { ${selection} } refusal { code message } } } }`;
  const { data, errors } = await hub.ask(asker!, mutation, { items: items.map((item) => ({ idempotencyKey: randomUUID(), ...item })) }, by(delegation));
  expect(errors, name).toBeUndefined();
  return (data?.[name] as unknown as { outcomes: Outcome[] }).outcomes;
}
async function tasks(asker: Asker | undefined, filter: object = {}, delegation?: string): Promise<readonly Task[]> {
  const query = `query ($filter: DutyFilter) { myTasks(first: 100, filter: $filter) { nodes { id subjectId dueAt claim { id claimedBy { id } } doneBy { id } doneOnBehalfOf { id } } } }`;
  const { data, errors } = await hub.ask(asker!, query, { filter: { kind: ['CountersignDismissal'], ...filter } }, by(delegation));
  expect(errors).toBeUndefined();
  return (data as unknown as { myTasks: { nodes: Task[] } }).myTasks.nodes;
}
const claim = (asker: Asker | undefined, dutyIds: readonly string[], delegation?: string) => act(asker, 'claimTask', dutyIds.map((dutyId) => ({ dutyId })), 'id claimedBy { id } onBehalfOf { id }', delegation);
const signed = 'id state dismissals { countersignature { signed { userId onBehalfOf } } }';
const countersign = (asker: Asker | undefined, assessmentIds: readonly string[], delegation?: string) =>
  act(asker, 'countersignDismissal', assessmentIds.map((assessmentId) => ({ assessmentId, agrees: true, reason: '已复核' })), signed, delegation);

describe('five users of a centre work through the dismissals that are to be countersigned', () => {
  let list: readonly Task[];
  let forZhao: string;

  it('which are among the tasks of every analyst, each with its due time, and of nobody else', async () => {
    const taken = await act(
      li,
      'takeInRiskInformation',
      Array.from({ length: cases }, (_, index) => ({
        ...{ channel: 'INTERNET', productName: '电热水壶', hazardItem: '触电', scope: {}, observedOn: '2026-03-01' },
        sourceRecord: { source: 'news', key: `case ${index}`, content: `{"case":${index}}` },
      })),
      'id',
    );
    const assessed = await act(
      li,
      'assessRiskInformation',
      taken.map(({ value }) => ({
        ...{ riskInformationId: value?.['id'], method: 'CONSEQUENCE_LIKELIHOOD_MATRIX', hazardDegree: 'SERIOUS', severity: 4 },
        ...{ probability: 'OVER_1_IN_2', spread: 'LIMITED', evidence: '三起触电事故' },
      })),
      'id',
    );
    const proposed = await act(li, 'dismissRiskInformation', assessed.map(({ value }) => ({ assessmentId: value?.['id'], reason: '证据不成立' })), 'id state');
    expect(proposed.map(({ value }) => value?.['state'])).toEqual(Array.from({ length: cases }, () => 'DISMISSAL_PROPOSED'));
    list = await eventually(() => tasks(wang), (nodes) => nodes.length === cases);
    expect(list.every(({ dueAt, claim: claimed }) => Date.parse(dueAt) > Date.now() && claimed === null)).toBe(true);
    expect(await tasks(zhao)).toEqual(list);
    for (const nobody of [chen, zhou, { identity: 'regulator-province' }, { identity: 'lab-1' }]) expect(await tasks(nobody)).toEqual([]);
  });

  it('the third goes on leave, and lets a colleague act for them: at every owner within two seconds', async () => {
    const [delegated] = await act(zhao, 'delegateTasks', [{ delegateId: 'steward.1', role: 'ANALYST', until: inDays(7), reason: '休假' }], 'id inForce');
    expect(delegated?.value).toMatchObject({ inForce: true });
    forZhao = delegated?.value?.['id'] ?? '';
    const given = performance.now();
    const atTwoOwners = '{ viewer { userId onBehalfOf role } assessments(first: 1) { totalCount } }';
    const { data } = await eventually(() => hub.ask(chen!, atTwoOwners, {}, by(forZhao)), ({ errors }) => errors === undefined);
    expect(performance.now() - given).toBeLessThan(2000);
    expect(data).toMatchObject({ viewer: { userId: 'steward.1', onBehalfOf: 'center.3', role: 'ANALYST' }, assessments: { totalCount: expect.any(Number) } });
    expect((await hub.ask(zhou!, atTwoOwners, {}, by(forZhao))).errors?.[0]?.extensions['code']).toBe('DELEGATION_NOT_IN_FORCE');
  });

  it('two reach for the same ones at once: each task is one’s, and the other is told whose', async () => {
    const ids = list.map(({ id }) => id);
    const [ofWang, ofChen] = await Promise.all([claim(wang, ids), claim(chen, [...ids].reverse(), forZhao)]);
    const got = (outcomes: readonly Outcome[]) => outcomes.filter(({ value }) => value !== null).length;
    expect(got(ofWang) + got(ofChen)).toBe(cases);
    const refusals = [...ofWang.map(({ refusal }) => ({ refusal, whose: 'steward.1' })), ...ofChen.map(({ refusal }) => ({ refusal, whose: 'center.2' }))].filter(({ refusal }) => refusal);
    expect(refusals).toHaveLength(cases);
    for (const { refusal, whose } of refusals) expect(refusal).toMatchObject({ code: 'TASK_CLAIMED_ALREADY', message: expect.stringContaining(whose) });
    // What who is on leave has by the delegate is among their own.
    expect(await tasks(zhao, { mine: true })).toHaveLength(got(ofChen));
    expect(await tasks(li, { claimed: false })).toEqual([]);
  });

  it('they hand over what the other is to do, and nobody countersigns what was proposed in their own stead', async () => {
    const ofChen = await tasks(chen, { mine: true }, forZhao);
    const handed = await act(chen, 'handOverTask', ofChen.slice(0, 1).map((task) => ({ claimId: task.claim?.id, toUserId: 'center.2', reason: '相关材料在王处' })), 'claimedBy { id }', forZhao);
    expect(handed.map(({ refusal, value }) => refusal ?? value)).toEqual(ofChen.slice(0, 1).map(() => ({ claimedBy: { id: 'center.2' } })));
    const [delegated] = await act(li, 'delegateTasks', [{ delegateId: 'steward.2', role: 'ANALYST', until: inDays(1), reason: '外出' }], 'id');
    const forLi: string = delegated?.value?.['id'] ?? '';
    await eventually(() => hub.ask(zhou!, '{ viewer { userId } assessments(first: 1) { totalCount } }', {}, by(forLi)), ({ errors }) => errors === undefined);
    const [own] = await countersign(zhou, [list[0]!.subjectId], forLi);
    expect(own?.refusal?.code).toBe('SECOND_PERSON_NEEDED');
  });

  it('and do them all; a claim locks nothing, and whoever had claimed it sees who did it', async () => {
    const [ofWang, ofChen] = [await tasks(wang, { mine: true }), await tasks(chen, { mine: true }, forZhao)];
    expect(ofWang.length + ofChen.length).toBe(cases);
    // One that the second has claimed is done by the delegate.
    const [first, ...rest] = ofWang;
    const byChen = [...ofChen, ...(first ? [first] : [])];
    for (const { value } of await countersign(chen, byChen.map(({ subjectId }) => subjectId), forZhao)) {
      expect(value).toMatchObject({ state: 'DISMISSED', dismissals: [{ countersignature: { signed: { userId: 'steward.1', onBehalfOf: 'center.3' } } }] });
    }
    const byWang = rest.length > 0 ? await countersign(wang, rest.map(({ subjectId }) => subjectId)) : [];
    for (const { value } of byWang) expect(value).toMatchObject({ dismissals: [{ countersignature: { signed: { userId: 'center.2', onBehalfOf: null } } }] });
    await eventually(() => tasks(wang), (open) => open.length === 0);
    const done = await tasks(wang, { state: 'DONE', mine: true });
    expect(done.find(({ id }) => id === first?.id)).toMatchObject({ claim: { claimedBy: { id: 'center.2' } }, doneBy: { id: 'steward.1' }, doneOnBehalfOf: { id: 'center.3' } });
    expect(done).toHaveLength(ofWang.length);
  });

  it('the third comes back, sees what was done in their stead, and ends the delegation: at every owner within two seconds', async () => {
    const done = await tasks(zhao, { state: 'DONE', mine: true });
    expect(done.length).toBeGreaterThan(0);
    expect([...new Set(done.map(({ doneBy, doneOnBehalfOf }) => `${doneBy?.id} for ${doneOnBehalfOf?.id}`))]).toEqual(['steward.1 for center.3']);
    await act(zhao, 'endDelegation', [{ delegationId: forZhao, reason: '返岗' }], 'state');
    const ended = performance.now();
    for (const field of ['viewer { userId }', 'assessments(first: 1) { totalCount }']) {
      const { errors } = await eventually(() => hub.ask(chen!, `{ ${field} }`, {}, by(forZhao)), (answer) => answer.errors !== undefined);
      expect(errors?.[0]?.extensions['code']).toBe('DELEGATION_NOT_IN_FORCE');
    }
    expect(performance.now() - ended).toBeLessThan(2000);
    // And without the header the colleague is what they were before.
    expect((await hub.ask(chen!, '{ viewer { userId role onBehalfOf } }')).data).toEqual({ viewer: { userId: 'steward.1', role: 'DATA_STEWARD', onBehalfOf: null } });
  });
});
