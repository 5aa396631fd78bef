import { eventually } from '@hub/kernel/testing/eventually.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { expect } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { outcomes, type Outcome } from './acts.js';

const hour = 3_600_000;

/** So many hours ago, as events and items have it. */
export const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString();

export const text = '检验结论为不合格，可在收到之日起十五日内提出异议。';
export const slip = { hash: `sha-256:${'7'.repeat(64)}`, size: 20_480, mediaType: 'image/jpeg', name: '送达回证.jpg' };

/** What the tests of what follows a result have in common: acts of the regulator, and what addressees say. */
export function afterResult(hub: () => SubgraphUnderTest<RegulatorDatabase>) {
  const ofOne = async (act: string, item: object, select = 'id number state revision', asker?: string): Promise<Outcome> =>
    (await outcomes(hub(), act, [item], { select, ...(asker !== undefined && { asker }) }))[0] as Outcome;
  const done = async (act: string, item: object, select?: string, asker?: string): Promise<Outcome['value']> => {
    const { value, refusal } = await ofOne(act, item, select, asker);
    expect(refusal).toBeNull();
    return value;
  };
  const noticeOf = (id: string) => hub().database.resultNotice.findUniqueOrThrow({ where: { id } });
  return {
    done,
    refusalOf: async (act: string, item: object, asker?: string) => (await ofOne(act, item, 'id', asker)).refusal,
    noticeOf,
    issued: async (monitoringDataId: string, capacity: string) => (await done('issueResultNotice', { monitoringDataId, capacity, text })).id,
    /** Moves a notice into the past, as if it had been issued so many days ago. */
    issuedDaysAgo: (id: string, days: number) => hub().database.resultNotice.update({ where: { id }, data: { issuedAt: new Date(Date.now() - days * 24 * hour) } }),
    /** As if the time to object had begun so long ago that it is over. */
    timeOver: (id: string) => hub().database.resultNotice.update({ where: { id }, data: { objectBy: new Date(Date.now() - hour) } }),
    /** A party loses its account, for as long as `during` lasts. */
    withoutAccount: async (participantId: string, during: () => Promise<void>) => {
      const become = (state: string) => hub().database.$executeRaw`UPDATE kernel.participant SET state = ${state} WHERE id = ${participantId}`;
      await become('SUSPENDED');
      await during().finally(() => become('ACTIVE'));
    },
    confirm: (noticeId: string, addresseeId: string, told: object = {}) =>
      hub().others.say({
        kind: 'ResultNoticeConfirmed',
        subjectType: 'ReceivedResultNotice',
        subjectId: noticeId,
        payload: { noticeId, addresseeId, ...told, confirmed: { userId: 'u', partyId: addresseeId, role: 'OFFICER', at: ago(1) } },
      }),
    object: (noticeId: string, addresseeId: string, more: object = {}) =>
      hub().others.say({
        kind: 'ObjectionRaised',
        subjectType: 'ReceivedResultNotice',
        subjectId: noticeId,
        payload: { noticeId, addresseeId, ground: 'RESULT', statement: '检验方法不适用', retestRequested: true, evidence: [], raisedAt: ago(0), ...more },
      }),
    served: (id: string) => eventually(() => noticeOf(id), ({ state }) => state === 'SERVED'),
    objectionTo: (noticeId: string, onBehalf = false) =>
      eventually(() => hub().database.objection.findUnique({ where: { noticeId_onBehalf: { noticeId, onBehalf } } }), (row) => row !== null),
  };
}
