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
