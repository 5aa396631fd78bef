import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient } from '@hub/prisma/regulator/generated/client.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../src/testing/eventually.js';

/** A process that takes one to three numbers at a time and writes what it numbers, in one transaction; each fifth fails in the end. */
const worker = `
  import { connect } from '@hub/prisma/clients/connect.js';
  import { PrismaClient } from '@hub/prisma/regulator/generated/client.js';
  import { takeNumbers } from '@hub/kernel/numbers/take-numbers.js';
  const database = connect(PrismaClient, process.env.DATABASE);
  const at = new Date('2026-12-31T15:59:59Z');
  for (let turn = 0; ; turn += 1) {
    const holder = turn % 2 === 0 ? 'province' : 'city';
    await database.$transaction(async (tx) => {
      const numbers = await takeNumbers(tx, 'PUBLIC_NOTICE', { holder, at }, 1 + (turn % 3));
      await tx.$executeRawUnsafe('INSERT INTO numbered SELECT $1, * FROM unnest($2::text[])', holder, numbers);
      if (turn % 5 === 4) throw new Error('it fails after it has its number');
    }).catch(() => undefined);
  }`;

let clone: ClonedDatabase;
let database: PrismaClient;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  clone = await cloneDatabase('regulator');
  database = connect(PrismaClient, clone.url);
  await database.$executeRawUnsafe('CREATE TABLE numbered (holder text, number text, PRIMARY KEY (holder, number))');
});
afterAll(async () => {
  for (const child of running) await kill(child);
  await database.$disconnect();
  await clone.drop();
});

function start(): void {
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  running.add(spawn(process.execPath, ['--input-type=module', '-e', worker], { cwd, env: { ...process.env, NODE_OPTIONS: '', DATABASE: clone.url }, stdio: 'ignore' }));
}
async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
const written = (holder = 'province') => database.$queryRawUnsafe<{ number: string }[]>('SELECT number FROM numbered WHERE holder = $1 ORDER BY number', holder);

it('numbers of each party are without gap or repeat, whatever many processes do at once, fail at, and are killed at', async () => {
  for (let count = 0; count < 5; count += 1) start();
  await eventually(() => written(), ({ length }) => length > 50);
  for (let killed = 0; killed < 12; killed += 1) {
    await delay(100);
    const [first] = running;
    if (first) await kill(first);
    start();
  }
  const before = (await written()).length;
  await eventually(() => written(), ({ length }) => length > before);
  for (const child of running) await kill(child);
  // The server learns of the last ones after they are gone.
  await eventually(
    () => database.$queryRawUnsafe<unknown[]>('SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()'),
    ({ length }) => length === 0,
  );
  for (const holder of ['province', 'city']) {
    const numbers = (await written(holder)).map(({ number }) => number);
    expect(numbers.length, holder).toBeGreaterThan(0);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => `GG-2026-${String(index + 1).padStart(6, '0')}`));
  }
}, 60_000);
