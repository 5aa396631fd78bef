import { randomUUID } from 'node:crypto';
import { auditEntries } from '@hub/kernel/testing/audit-entries.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { analyst, type Hub } from './acts.js';
import { assessmentItem, takenInRecord } from './risk.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const last = async () => (await auditEntries(hub.database)).at(-1);
const assess = 'mutation ($items: [AssessRiskInformationInput!]!) { assessRiskInformation(items: $items) { outcomes { value { id } refusal { code } } } }';

describe('what is done is in the audit log (5.4.3 d)', () => {
  it('with the outcome of each item, also where the answer does not ask for it', async () => {
    const id = await takenInRecord(hub);
    await hub.ask(analyst, assess.replace('refusal { code }', ''), { items: [assessmentItem(id), assessmentItem('nothing')] });
    expect(await last()).toMatchObject({
      party: 'center', operation: { kind: 'mutation' }, acts: { assessRiskInformation: { DONE: 1, NOT_FOUND: 1 } }, rows: { center: { Assessment: 1 } },
    });
  });

  it('and that it was denied', async () => {
    await hub.ask('lab-1', assess, { items: [assessmentItem('nothing')] });
    expect(await last()).toMatchObject({ party: 'lab-1', acts: { assessRiskInformation: { ACT_NOT_PERMITTED: 1 } }, errors: ['ACT_NOT_PERMITTED'] });
  });

  it('and what an operation asked for that could not be read', async () => {
    await hub.ask(analyst, assess, { items: [{ ...assessmentItem(randomUUID()), severity: 'heavy' }] });
    expect(await last()).toMatchObject({ operation: { kind: 'mutation' }, errors: ['VALUE_INVALID'] });
  });
});

describe('what is delivered to subscribers is in the audit log', () => {
  const query = 'subscription Taken ($after: String) { riskInformationTakenIn(after: $after) { riskInformation { id } } }';

  it('one entry for each event, before it leaves, with who got it', async () => {
    const after = await hub.cursorOfNow();
    const ids = [await takenInRecord(hub), await takenInRecord(hub)];
    const held = await hub.subscribe('lab-1', query, { after });
    await held.until(2);
    const delivered = (await auditEntries(hub.database)).filter(({ operation }) => operation.name === 'Taken');
    await held.leave();
    expect(delivered).toMatchObject(
      ids.map((subject) => ({
        party: 'lab-1', operation: { kind: 'subscription' }, rows: { center: { RiskInformation: 1 } },
        event: { kind: 'RiskInformationTakenIn', subject, occurredAt: expect.any(String) }, recipients: ['lab-1.1'],
      })),
    );
  });

  it('and the refusal to whom it is closed', async () => {
    const held = await hub.subscribe('platform-1', 'subscription Closed { sampleMoved { sample { id } } }');
    await held.ended;
    await held.leave();
    const entry = await last();
    expect(entry).toMatchObject({ party: 'platform-1', operation: { name: 'Closed' }, errors: [expect.stringMatching(/^SHARING_/)] });
    expect(Object.keys(entry?.refused ?? {})).toEqual([expect.stringMatching(/^Subscription\.sampleMoved SHARING_/)]);
  });
});
