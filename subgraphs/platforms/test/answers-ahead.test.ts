import { setTimeout as delay } from 'node:timers/promises';
import { answerLengthHeader, gatewayHeader, moreHeader } from '@hub/kernel/audit/answers-ahead.js';
import { mintServiceToken } from '@hub/kernel/identity/development-issuer.js';
import { auditEntries } from '@hub/kernel/testing/audit-entries.js';
import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import { holdAuditLog } from '@hub/kernel/testing/hold-audit-log.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { contactKeepingOf } from '../src/contacts/contact-keeping-of.js';
import { seedPlatforms } from '../src/repository/seed-platforms.js';
import { platformsService } from '../src/service.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
  await seedPlatforms(hub.database, contactKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const tokenOf = (service: string, lifetime?: string) => mintServiceToken(hub.environment.dataDir, service, lifetime);

/** Asks for a listing under a member's token and, beside it, what claims to be the gateway's. */
async function ask(vouching: string | undefined, more = false): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await hub.tokenOf('center')}`, ...(vouching === undefined ? {} : { [gatewayHeader]: vouching }), ...(more && { [moreHeader]: '1' }) };
  return fetch(new URL('/graphql', hub.url), { method: 'POST', headers, body: JSON.stringify({ query: '{ listings(first: 1) { nodes { id } } }' }) });
}

/** What a promise has come to after a while in which nothing else happens. */
const soon = <T>(promise: Promise<T>): Promise<T | 'nothing yet'> => Promise.race([promise, delay(300, 'nothing yet' as const)]);

describe('an answer before its entry in the audit log is durable', () => {
  it('goes to the gateway, and ends when the entry is there', async () => {
    const before = (await auditEntries(hub.database)).length;
    const [answer, rest] = await holdAuditLog(hub.database, async (release) => {
      const response = await ask(await tokenOf('gateway'));
      const reader = response.body!.getReader();
      const { value } = await reader.read();
      const text = new TextDecoder().decode(value);
      expect(response.headers.get(answerLengthHeader)).toBe(String(value?.length));
      const end = reader.read();
      expect(await soon(end)).toBe('nothing yet');
      release();
      return [JSON.parse(text) as unknown, new TextDecoder().decode((await end).value)];
    });
    expect(answer).toMatchObject({ data: { listings: { nodes: [{ id: expect.any(String) as string }] } } });
    expect(rest).toBe('\n');
    expect(await auditEntries(hub.database)).toHaveLength(before + 1);
  });

  it('goes to nobody else, whatever is shown in the gateway’s place', async () => {
    const others = [undefined, await hub.tokenOf('center'), await tokenOf('labs'), await tokenOf('gateway', '-1h'), 'gateway', ''];
    await holdAuditLog(hub.database, async (release) => {
      const asked = others.map((token) => ask(token));
      expect(await Promise.all(asked.map(soon))).toEqual(others.map(() => 'nothing yet'));
      release();
      for (const response of await Promise.all(asked)) {
        expect(response.headers.has(answerLengthHeader)).toBe(false);
        expect(await response.json()).toMatchObject({ data: { listings: { nodes: [{}] } } });
      }
    });
  });

  it('waits for more of the operation, to be written with it', async () => {
    const token = await tokenOf('gateway');
    const before = (await auditEntries(hub.database)).length;
    const { statements } = await recordStatements(async () => {
      const first = await ask(token, true);
      const last = await ask(token);
      expect((await Promise.all([first.text(), last.text()])).map((text) => text.at(-1))).toEqual(['\n', '\n']);
    });
    expect(statements.filter(({ sql }) => sql.includes('INSERT INTO kernel.audit_arrival'))).toHaveLength(1);
    expect(await auditEntries(hub.database)).toHaveLength(before + 2);
  });

  it('waits no longer where the gateway says that there is no more, which nobody else can', async () => {
    const hasten = (token: string) => fetch(new URL('/audit/hasten', hub.url), { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    const before = (await auditEntries(hub.database)).length;
    const answer = await ask(await tokenOf('gateway'), true);
    expect((await hasten(await tokenOf('labs'))).status).toBe(403);
    expect(await auditEntries(hub.database)).toHaveLength(before);
    expect((await hasten(await tokenOf('gateway'))).status).toBe(204);
    expect((await answer.text()).at(-1)).toBe('\n');
    expect(await auditEntries(hub.database)).toHaveLength(before + 1);
  });

  it('breaks off where the entry cannot be written', async () => {
    await hub.database.$executeRawUnsafe('ALTER TABLE kernel.audit_arrival RENAME TO audit_gone');
    try {
      const response = await ask(await tokenOf('gateway'));
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow('terminated');
    } finally {
      await hub.database.$executeRawUnsafe('ALTER TABLE kernel.audit_gone RENAME TO audit_arrival');
    }
  });
});
