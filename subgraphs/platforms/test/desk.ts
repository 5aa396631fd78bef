import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { PlatformsDatabase } from '../src/repository/database.js';

/** An outcome of an act as these tests read it. */
export interface Outcome {
  readonly value: Record<string, unknown> | null;
  readonly refusal: Record<string, unknown> | null;
}

/** Monitoring data as the centre feeds them back (5.4.1), on an item that both the demo's catalogue and platform-1 have. */
export const fedBack = (id: string, platformId = 'platform-1', more: object = {}) => ({
  kind: 'MonitoringDataFedBack',
  subjectType: 'MonitoringData',
  subjectId: id,
  payload: {
    id,
    number: 'SJ-2026-7K3M9QX2VD',
    document: id,
    version: 1,
    supersedesId: null,
    platformId,
    centerId: 'center',
    regulatorId: 'regulator-province',
    listingItemId: '1807067',
    shopName: '小满日用旗舰店',
    merchantName: '小满日用品商行（演示）',
    merchantUscc: '91330105MA2D00010K',
    sellerRegion: '330105',
    productName: '电热水壶',
    conclusion: 'NONCONFORMING',
    acknowledgeBy: '2099-01-02T08:00:00.000Z',
    ...more,
  },
});

/** The desk of a platform in a test: what arrives there, what is owed, what is told. */
export function deskOf(hub: () => SubgraphUnderTest<PlatformsDatabase>) {
  const act = async (asker: string, name: string, value: string, item: object): Promise<Outcome> => {
    const input = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const answer = await hub().ask<Record<string, { outcomes: Outcome[] } | null>>(
      asker,
      `mutation ($items: [${input}!]!) { ${name}(items: $items) { outcomes {
         value { ${value} } refusal { code message field state possibleFrom } } } }`,
      { items: [{ idempotencyKey: randomUUID(), ...item }] },
    );
    const outcome = answer.data?.[name]?.outcomes[0];
    return outcome ?? { value: null, refusal: { code: answer.errors?.[0]?.extensions.code } };
  };
  /** Lets monitoring data arrive, and gives their id. */
  const received = async (platformId?: string, more?: object): Promise<string> => {
    const id = randomUUID();
    hub().others.say(fedBack(id, platformId, more));
    await eventually(
      () => hub().database.monitoringDataAcknowledgement.findUnique({ where: { id } }),
      (row) => row !== null,
    );
    return id;
  };
  return {
    act,
    received,
    /** Lets monitoring data arrive and be acknowledged. */
    acknowledged: async (platformId = 'platform-1', more?: object): Promise<string> => {
      const id = await received(platformId, more);
      await act(platformId, 'acknowledgeMonitoringData', 'id', { monitoringDataId: id });
      return id;
    },
    eventsOf: (id: string) =>
      hub().database.$queryRaw<{ kind: string; receivers: string[]; payloads: Record<string, unknown> }[]>`
        SELECT kind, receivers, payloads FROM kernel.event WHERE subject_id = ${id} ORDER BY position`,
    dutiesOn: (id: string) =>
      hub().database.$queryRaw<{ kind: string; party_id: string; role: string; opened_at: Date; due_at: Date; concerned: string[]; closed_at: Date | null; dropped: boolean }[]>`
        SELECT kind, party_id, role, opened_at, due_at, concerned, closed_at, dropped FROM kernel.duty WHERE subject_id = ${id} ORDER BY opened_at, kind`,
  };
}
