import { eventually } from '@hub/kernel/testing/eventually.js';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRiskInformation } from '../src/repository/import-risk-information.js';
import type { RiskInformationRow } from '../src/domain/risk-information-row.js';
import { monitoringCenterService } from '../src/service.js';
import { analyst, type Hub } from './acts.js';
import { takenInRecord } from './risk.js';

interface TakenIn {
  riskInformationTakenIn: { cursor: string; kind: string; riskInformation: { id: string; productName: string; state?: string | null } };
}

const takenIn = `subscription ($after: String, $filter: RiskInformationFilter) {
  riskInformationTakenIn(after: $after, filter: $filter) { cursor occurredAt kind riskInformation { id productName } } }`;

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const subscribe = (asker: Parameters<Hub['subscribe']>[0], variables = {}, query = takenIn) => hub.subscribe<TakenIn>(asker, query, variables);
const idsOf = (payloads: readonly { data: TakenIn }[]) => payloads.map(({ data }) => data.riskInformationTakenIn.riskInformation.id);
const row = (key: string): RiskInformationRow => ({
  channel: 'INTERNET', productName: `批量 ${key}`, productCategories: [], brand: null, hazardItem: '触电', hazardDescription: '', hazardDegree: 'HIGH',
  scope: { units: null, unitsText: null, countries: [], retailers: [], platforms: [], soldFrom: null, soldUntil: null },
  injuries: null, remedy: null, links: [], observedOn: '2026-01-15',
  sourceRecord: { source: 'BULK', key, content: key, contentType: 'text/plain' },
}) as unknown as RiskInformationRow;

describe('who subscribes to an owner gets what happens there (5.4)', () => {
  it('from the moment of subscribing, each payload with its cursor', async () => {
    const held = await subscribe('lab-1');
    const written: string[] = [];
    // When a subscription has begun is told by nothing but its first event.
    while (held.received.length === 0) written.push(await takenInRecord(hub));
    const [told] = await held.until(1);
    const id = told?.data.riskInformationTakenIn.riskInformation.id ?? '';
    expect(written).toContain(id);
    expect(told).toEqual({
      data: { riskInformationTakenIn: { cursor: told?.extensions.cursor, occurredAt: expect.any(String), kind: 'RiskInformationTakenIn', riskInformation: { id, productName: '电热水壶' } } },
      extensions: { cursor: expect.stringMatching(/^[\w-]{40,}$/) },
    });
    await held.leave();
  });

  it('and from a cursor everything since, without gap or overlap, while a writer writes', async () => {
    const after = await hub.cursorOfNow();
    const written: string[] = [];
    let writing = true;
    const writer = (async () => {
      while (writing) written.push(await takenInRecord(hub));
    })();
    const read: string[] = [];
    let cursor = after;
    while (read.length < 60) {
      const held = await subscribe(analyst, { after: cursor });
      const told = await held.until(7);
      await held.leave();
      read.push(...idsOf(told));
      cursor = told.at(-1)?.extensions.cursor ?? '';
    }
    writing = false;
    await writer;
    const rest = await subscribe(analyst, { after: cursor });
    await rest.until(written.length - read.length);
    read.push(...idsOf(rest.received));
    await rest.leave();
    expect(read).toEqual(written);
  });

  it('the records of a bulk import one by one, also from within a batch', async () => {
    const after = await hub.cursorOfNow();
    const keys = Array.from({ length: 600 }, (_, index) => `${index}`);
    await importRiskInformation(hub.database, { userId: 'center.1', partyId: 'center', role: 'ANALYST' }, keys.map(row));
    const whole = await subscribe(analyst, { after });
    const told = await whole.until(600);
    await whole.leave();
    expect(told.map(({ data }) => data.riskInformationTakenIn.riskInformation.productName)).toEqual(keys.map((key) => `批量 ${key}`));
    const resumed = await subscribe(analyst, { after: told[250]?.extensions.cursor });
    expect(idsOf(await resumed.until(349))).toEqual(idsOf(told.slice(251)));
    await resumed.leave();
  });

  it('by a filter only what it admits; one that reads what is closed is refused', async () => {
    const after = await hub.cursorOfNow();
    await takenInRecord(hub, { hazardDegree: 'LOW' });
    const high = await takenInRecord(hub, { hazardDegree: 'SERIOUS' });
    const held = await subscribe(analyst, { after, filter: { hazardDegree: ['SERIOUS'] } });
    expect(idsOf(await held.until(1))).toEqual([high]);
    await held.leave();
    const refused = await subscribe('platform-1', { after, filter: { state: ['COLLECTED'] } });
    expect(await refused.ended).toMatchObject({ code: 'SHARING_FILTER_DENIED' });
    await refused.leave();
  });

  it('with each field decided for each event, as the terms give', async () => {
    const after = await hub.cursorOfNow();
    await takenInRecord(hub);
    const held = await subscribe('platform-1', { after }, takenIn.replace('id productName', 'id productName state'));
    const [told] = await held.until(1);
    expect(told?.data.riskInformationTakenIn.riskInformation.state).toBeNull();
    expect(told?.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE', coordinate: 'RiskInformation.state' } }]);
    await held.leave();
  });

  it('reads the log no more often for fifty at the same place than for a few', async () => {
    const after = await hub.cursorOfNow();
    const readsFor = async (count: number) => {
      const from = await hub.cursorOfNow();
      const held = await Promise.all(Array.from({ length: count }, () => subscribe(analyst, { after: from })));
      const warm = await takenInRecord(hub);
      for (const each of held) expect(idsOf(await each.until(1))).toEqual([warm]);
      const { statements } = await statementsOf(async () => {
        await takenInRecord(hub);
        for (const each of held) await each.until(2);
      });
      await Promise.all(held.map((each) => each.leave()));
      return statements.filter(({ sql }) => sql.includes('FROM kernel.event') && sql.includes('subject_ids')).length;
    };
    expect(await readsFor(50)).toBeLessThan(25);
    const all = await subscribe(analyst, { after });
    await all.until(2);
    await all.leave();
  });

  it('goes on from the last cursor when the subgraph was started anew', async () => {
    const held = await subscribe(analyst, { after: await hub.cursorOfNow() });
    const first = await takenInRecord(hub);
    const [told] = await held.until(1);
    await hub.restart();
    expect(await held.ended).toEqual({ code: 'SUBSCRIPTION_INTERRUPTED', after: told?.extensions.cursor, message: expect.any(String) });
    const second = await takenInRecord(hub);
    const again = await subscribe(analyst, { after: told?.extensions.cursor });
    expect([...idsOf(held.received), ...idsOf(await again.until(1))]).toEqual([first, second]);
    await again.leave();
    await held.leave();
  });

  it('goes on by itself when the connections of the database are killed', async () => {
    const held = await subscribe(analyst, { after: await hub.cursorOfNow() });
    const first = await takenInRecord(hub);
    await held.until(1);
    await hub.database.$queryRawUnsafe("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    const second = await eventually(() => takenInRecord(hub).catch(() => ''), (id) => id !== '');
    expect(idsOf(await held.until(2))).toEqual([first, second]);
    await held.leave();
  });
});
