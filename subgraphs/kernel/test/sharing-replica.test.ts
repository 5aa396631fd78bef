import { randomUUID } from 'node:crypto';
import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient } from '@hub/prisma/labs/generated/client.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SharingReplica } from '../src/sharing/sharing-replica.js';

let clone: ClonedDatabase;
let database: PrismaClient;
beforeAll(async () => {
  clone = await cloneDatabase('labs');
  database = connect(PrismaClient, clone.url);
});
afterAll(async () => {
  await database.$disconnect();
  await clone.drop();
});

const officer: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER', purpose: 'SUPERVISION' };

it('counts no grant of before a restore of the exchange, also while its log is still being read, and keeps closings until it has been', async () => {
  const [before, now] = [randomUUID(), randomUUID()];
  await database.$executeRaw`INSERT INTO kernel.inbox_cursor (source, epoch, position, heard_at) VALUES ('exchange', ${now}::uuid, 0, now())`;
  await database.$executeRaw`
    INSERT INTO kernel.sharing_grant (id, grantee, holder, coordinates, purpose, until, epoch)
    SELECT id, 'city', 'lab-1', ARRAY['Lab.signatories'], 'SUPERVISION', now() + interval '1 hour', epoch FROM (VALUES ('old', ${before}::uuid), ('new', ${now}::uuid)) AS told (id, epoch)`;
  await database.$executeRaw`INSERT INTO kernel.field_closing (id, coordinate, holder, ground, epoch) VALUES ('old', 'Lab.scope', NULL, 'an incident', ${before}::uuid)`;
  const replica = new SharingReplica(database);
  await replica.refresh();
  const decided = () => {
    const { grants, closings } = replica.decisionsFor(officer);
    return { grants: grants.map(({ id }) => id), closings: closings.map(({ coordinate }) => coordinate) };
  };
  expect(decided()).toEqual({ grants: ['new'], closings: ['Lab.scope'] });
  await replica.heard();
  expect(decided()).toEqual({ grants: ['new'], closings: [] });
});

it('keeps what the later of two readings found, also where the earlier one ends last: a grant that has ended does not come back', async () => {
  await database.$executeRaw`DELETE FROM kernel.sharing_grant`;
  await database.$executeRaw`
    INSERT INTO kernel.sharing_grant (id, grantee, holder, coordinates, purpose, until, epoch)
    SELECT 'ending', 'city', 'lab-1', ARRAY['Lab.signatories'], 'SUPERVISION', now() + interval '1 hour', epoch FROM kernel.inbox_cursor WHERE source = 'exchange'`;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let statements = 0;
  /** Holds the second statement of the first reading until the second reading has ended. */
  const slowAtFirst = new Proxy(database, {
    get: (target, name) =>
      name === '$queryRawUnsafe'
        ? async (...statement: [string, ...unknown[]]) => {
            if ((statements += 1) === 2) await held;
            return target.$queryRawUnsafe(...statement);
          }
        : (Reflect.get(target, name) as unknown),
  });
  const replica = new SharingReplica(slowAtFirst);
  const earlier = replica.decisionsKept();
  while (statements < 2) await new Promise(setImmediate);
  await database.$executeRaw`DELETE FROM kernel.sharing_grant`;
  await replica.refresh();
  await replica.heard();
  letGo();
  const then = await earlier;
  expect(then(officer).grants.map(({ id }) => id), 'as that reading found it').toEqual(['ending']);
  expect(replica.decisionsFor(officer).grants).toEqual([]);
});
