import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Transaction } from '../unit-of-work/transaction.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder in which a test run notes the states that rows have been in. */
    statesReached: string;
  }
}

/** A state that rows of a table have been in. */
export interface StateReached {
  readonly table: string;
  readonly state: string;
}

/** Notes which states the rows of a test have been in, before its database goes. What reads the notes is named in vitest.config.ts. */
export async function noteStatesReached(database: Transaction): Promise<void> {
  const tables = await database.$queryRawUnsafe<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'reached'`,
  );
  if (tables.length === 0) return;
  const states = tables.map(({ name }) => `SELECT DISTINCT '${name}' AS "table", unnest(reached) AS state FROM public."${name}"`);
  const reached = await database.$queryRawUnsafe<StateReached[]>(states.join(' UNION ALL '));
  await writeFile(join(inject('statesReached'), `${randomUUID()}.json`), JSON.stringify(reached));
}
