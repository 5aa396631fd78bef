import type { EmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import type { Loaded } from '../closed-loop.js';
import { processorTime } from '../processor-time.js';
import { forgetStatements, statementsSince } from './counting-postgres.js';

/** What hub and server did for each request of a load: milliseconds of processor time, and statements. They tell more than the clock where the machine has other work. */
export interface Work {
  readonly processorTime: number;
  readonly statements: number;
}

/** Whose work is counted: a process, and what a server does in its databases; others may be idle beside it. */
export interface Worker {
  readonly hub: number;
  readonly postgres: EmbeddedPostgres;
  /** Their names. */
  readonly databases: readonly string[];
}

/** Puts a load on a hub, and counts meanwhile. What is done behind an answer, such as sealing, is shared out among the requests. */
export async function workOf({ hub, postgres, databases }: Worker, load: () => Promise<readonly Loaded[]>): Promise<{ loads: readonly Loaded[]; work: Work }> {
  const taken = async () => (await Promise.all([processorTime(hub), processorTime(postgres.pid, (title) => databases.some((name) => title.includes(` ${name} `)))])).reduce((sum, each) => sum + each, 0);
  await forgetStatements(postgres);
  const before = await taken();
  const loads = await load();
  const after = await taken();
  const requests = loads.reduce((sum, { requests }) => sum + requests, 0);
  return { loads, work: { processorTime: (after - before) / requests, statements: (await statementsSince(postgres, databases)) / requests } };
}
