import { randomUUID } from 'node:crypto';
import type { Asker } from '@hub/kernel/testing/subgraph-under-test.js';
import { owners } from '@hub/prisma/owner.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTold, sharingDesk, signatory, steward, type Refused } from './sharing-desk.js';

let desk: Awaited<ReturnType<typeof sharingDesk>>;
beforeAll(async () => {
  desk = await sharingDesk();
});
afterAll(() => desk.hub.close());

interface Rule {
  id: string;
  kind: string;
  pattern: string;
  example: string;
  beginsAt: string;
  recorded: { userId: string };
}
const seen = 'id kind pattern example beginsAt recorded { userId }';
async function set(asker: Asker, ...rules: object[]) {
  const items = rules.map((rule) => ({ idempotencyKey: randomUUID(), ...rule }));
  const { data, errors } = await desk.hub.ask<{ setNumberPattern: { outcomes: { value: Rule | null; refusal: Refused | null }[] } | null }>(
    asker, `mutation ($items: [SetNumberPatternInput!]!) { setNumberPattern(items: $items) { outcomes { value { ${seen} } refusal { code field message } } } }`, { items },
  );
  return data?.setNumberPattern?.outcomes ?? [{ value: null, refusal: { code: String(errors?.[0]?.extensions.code) } as Refused }];
}
const rulesOf = async (asker: Asker, filter: object = {}) =>
  (await desk.hub.ask<{ numberPatterns: { nodes: Rule[] } }>(asker, `query ($filter: NumberPatternFilter) { numberPatterns(first: 50, filter: $filter) { nodes { ${seen} } } }`, { filter })).data.numberPatterns.nodes;
const refusalOf = async (asker: Asker, rule: object) => (await set(asker, rule))[0]?.refusal;

describe('a rule by which a party numbers (编号规则, ADR 0031)', () => {
  it('is set by who may for the party, tells an example, is known to the party alone, and told to every owner', async () => {
    const beginsAt = new Date(Date.now() + 86_400_000);
    const [outcome, later] = await set('regulator-city', { kind: 'MONITORING_PLAN', pattern: '{prefix}{region}{year}{seq:5}' }, { kind: 'PUBLIC_NOTICE', pattern: '杭市监公告〔{year}〕{seq}号', beginsAt });
    expect(outcome).toMatchObject({ refusal: null, value: { kind: 'MONITORING_PLAN', example: expect.stringMatching(/^JH\d{6}20\d{2}00001$/), recorded: { userId: 'regulator-city.1' } } });
    expect(later).toMatchObject({ refusal: null, value: { beginsAt: asTold(beginsAt), example: expect.stringMatching(/^杭市监公告〔20\d{2}〕1号$/) } });
    expect((await rulesOf('regulator-city')).map(({ kind }) => kind)).toEqual(['PUBLIC_NOTICE', 'MONITORING_PLAN']);
    expect(await rulesOf('regulator-city', { kind: ['MONITORING_PLAN'] })).toHaveLength(1);
    for (const other of ['regulator-province', steward, 'lab-1'] as const) expect(await rulesOf(other)).toEqual([]);
    const [event] = await desk.hub.database.$queryRaw<{ payloads: Record<string, object> }[]>`SELECT payloads FROM kernel.event WHERE kind = 'NumberPatternSet' AND subject_id = ${outcome?.value?.id}`;
    for (const owner of owners) expect(event?.payloads[owner], owner).toMatchObject({ id: outcome?.value?.id, holder: 'regulator-city', kind: 'MONITORING_PLAN', pattern: '{prefix}{region}{year}{seq:5}' });
  });

  it('is of what the party issues, holds its sequence once, and begins now or later', async () => {
    expect(await refusalOf('regulator-city', { kind: 'SAMPLE', pattern: '{prefix}{seq}' })).toMatchObject({ code: 'VALUE_INVALID', field: 'kind', message: expect.stringContaining('MONITORING_PLAN') });
    for (const pattern of ['{prefix}{year}', '{seq}{seq}', '{prefix}{month}{seq}', 'JH/{seq}', `${'长'.repeat(40)}{seq}`, '{prefix}{random}']) {
      expect(await refusalOf('regulator-city', { kind: 'RETEST', pattern }), pattern).toMatchObject({ code: 'VALUE_INVALID', field: 'pattern' });
    }
    // Platforms and merchants read these, and would count each other's.
    expect(await refusalOf('regulator-city', { kind: 'RESULT_NOTICE', pattern: '{prefix}{seq}' })).toMatchObject({ code: 'VALUE_INVALID', field: 'pattern', message: expect.stringContaining('{random}') });
    expect(await refusalOf('regulator-city', { kind: 'RETEST', pattern: '{prefix}{seq}', beginsAt: '2026-01-01T00:00:00Z' })).toMatchObject({ code: 'TIME_IN_PAST', field: 'beginsAt' });
    for (const asker of ['platform-1', 'merchant-1', { identity: 'center', user: 1, role: 'ANALYST' }, { identity: 'lab-1', user: 1, role: 'TECHNICIAN' }] as const) {
      expect((await refusalOf(asker, { kind: 'INSPECTION_REPORT', pattern: '{prefix}{seq}' }))?.code, JSON.stringify(asker)).toMatch(/^SHARING_|^ACT_|^FORBIDDEN/);
    }
  });

  it('makes no number that another of the party’s rules makes, before or at once; more digits of the same count it may', async () => {
    const rule = (pattern: string, kind = 'SAMPLE') => ({ kind, pattern });
    expect((await set(steward, rule('S{year}{seq:4}'), rule('S{year}{seq:6}')))[1]?.refusal).toBeNull();
    for (const same of [rule('S{seq:9}'), rule('S{year}{seq:4}', 'PURCHASE'), rule('JL-{year}-{seq}')]) {
      expect(await refusalOf(steward, same), same.pattern).toMatchObject({ code: 'NUMBER_PATTERN_COLLIDES', field: 'pattern' });
    }
    const both = await Promise.all([refusalOf(steward, rule('Q{seq}', 'WORK_PLAN')), refusalOf(steward, rule('Q{seq}', 'SAMPLING_ORDER'))]);
    expect(both.map((refusal) => refusal?.code ?? 'SET').sort()).toEqual(['NUMBER_PATTERN_COLLIDES', 'SET']);
    // The rule that is in force then, once more; what was in force before may come back.
    expect(await refusalOf(steward, rule('S{year}{seq:6}'))).toMatchObject({ code: 'NOTHING_CHANGED', field: 'pattern' });
    expect(await refusalOf(steward, rule('S{year}{seq:4}'))).toBeNull();
    // Another party may number as it likes.
    expect(await refusalOf(signatory('lab-1'), rule('S{year}{seq:4}', 'INSPECTION_REPORT'))).toBeNull();
  });
});
