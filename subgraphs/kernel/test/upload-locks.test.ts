import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient } from '@hub/prisma/regulator/generated/client.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UploadLocks } from '../src/files/upload-locks.js';
import { eventually } from '../src/testing/eventually.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const pace = { lease: 5_000, look: 40, patience: 2_000 };
let clone: ClonedDatabase;
/** Two processes of one owner. */
let processes: PrismaClient[];
beforeAll(async () => {
  clone = await cloneDatabase('regulator');
  processes = [connect(PrismaClient, clone.url), connect(PrismaClient, clone.url)];
});
afterAll(async () => {
  await Promise.all(processes.map((each) => each.$disconnect()));
  await clone.drop();
});

const lockOf = (process: number, id: string) => new UploadLocks(processes[process]!, silent, pace).newLock(id);
const patient = () => new AbortController().signal;
const never = () => undefined;

it('an upload is in one request’s hands at a time, whichever process serves it: who comes later asks for it, and gets it when it is let go', async () => {
  const [first, second] = [lockOf(0, 'a'), lockOf(1, 'a')];
  const steps: string[] = [];
  await first.lock(patient(), async () => {
    steps.push('asked to let go');
    await first.unlock();
  });
  await second.lock(patient(), never);
  steps.push('got it');
  expect(steps[0]).toBe('asked to let go');
  expect(steps.at(-1)).toBe('got it');
  await second.unlock();
});

it('an upload stays in the hands that work on it for longer than a lease', async () => {
  const [first, second] = [lockOf(0, 'b'), lockOf(1, 'b')];
  await first.lock(patient(), never);
  // As if the lease were nearly over.
  await processes[1]!.$executeRaw`UPDATE kernel.upload_lock SET until = now() + interval '3 seconds' WHERE upload_id = 'b'`;
  const renewed = await eventually(
    () => processes[1]!.$queryRaw<{ left: number }[]>`SELECT extract(epoch FROM until - now())::float8 AS left FROM kernel.upload_lock WHERE upload_id = 'b'`,
    ([lock]) => (lock?.left ?? 0) > 3.5,
  );
  expect(renewed).toHaveLength(1);
  await expect(second.lock(AbortSignal.timeout(200), never)).rejects.toMatchObject({ status_code: 500 });
  await first.unlock();
});

it('an upload of a process that was killed is free again when its lease has run out', async () => {
  await processes[0]!.$executeRaw`INSERT INTO kernel.upload_lock (upload_id, holder, until) VALUES ('c', gen_random_uuid(), now() + interval '300 milliseconds')`;
  const second = lockOf(1, 'c');
  const begin = Date.now();
  await second.lock(patient(), never);
  expect(Date.now() - begin).toBeGreaterThan(200);
  await second.unlock();
});

it('of many that come at once each has it alone', async () => {
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 8 }, async (_each, index) => {
      const lock = lockOf(index % 2, 'd');
      await lock.lock(patient(), never);
      inside += 1;
      most = Math.max(most, inside);
      await delay(20);
      inside -= 1;
      await lock.unlock();
    }),
  );
  expect(most).toBe(1);
});

it('an upload whose lease was lost is let go, and given back by nobody but who has it now', async () => {
  const [first, second] = [lockOf(0, 'e'), lockOf(1, 'e')];
  let asked = 0;
  await first.lock(patient(), async () => void (asked += 1));
  await processes[1]!.$executeRaw`UPDATE kernel.upload_lock SET holder = gen_random_uuid(), until = now() + interval '1 minute' WHERE upload_id = 'e'`;
  await eventually(async () => asked, (times) => times > 0);
  await first.unlock();
  const since = asked;
  await expect(second.lock(AbortSignal.timeout(200), never)).rejects.toMatchObject({ status_code: 500 });
  // Who has let go renews nothing any more.
  expect(asked).toBe(since);
  await processes[1]!.$executeRaw`UPDATE kernel.upload_lock SET until = now() WHERE upload_id = 'e'`;
  await second.lock(patient(), never);
  await second.unlock();
});

it('whoever takes an upload over is not asked for what was wanted of the one before', async () => {
  await processes[0]!.$executeRaw`INSERT INTO kernel.upload_lock (upload_id, holder, until, wanted) VALUES ('f', gen_random_uuid(), now() - interval '1 second', true)`;
  const lock = lockOf(1, 'f');
  let asked = 0;
  await lock.lock(patient(), async () => void (asked += 1));
  await delay(200);
  expect(asked).toBe(0);
  await lock.unlock();
});

it('nobody waits for an upload longer than it has patience', async () => {
  const [first, second] = [lockOf(0, 'g'), new UploadLocks(processes[1]!, silent, { ...pace, patience: 300 }).newLock('g')];
  await first.lock(patient(), never);
  await expect(Promise.race([second.lock(patient(), never), delay(3_000).then(() => 'waits on')])).rejects.toMatchObject({ status_code: 500 });
  await first.unlock();
});
