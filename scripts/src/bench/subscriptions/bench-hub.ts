import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { startEmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import { createMissingDatabases } from '@hub/prisma/migrate/create-missing-databases.js';
import { owners } from '@hub/prisma/owner.js';
import { startHubProcess } from '../../hub-process.js';
import { admitParties, benchParties, tokenOf } from './parties.js';
import { nothingSeen, Subscriber } from './subscriber.js';
import { productNameOf, type ToldEvent } from './told-event.js';

/** A hub in separate processes, whose centre takes in numbered records. */
export interface BenchHub {
  readonly url: string;
  readonly dataDir: string;
  /** Number of the last record that was taken in. */
  readonly number: number;
  /** Takes in so many more, in order; resolves when the last is committed. */
  write(count: number): Promise<void>;
  /** The cursor of a record that was just taken in, and its number. */
  cursor(): Promise<{ readonly after: string; readonly number: number }>;
  /** Kilobytes that the gateway's process takes (Pss in proc_pid_smaps(5)). */
  gatewayMemory(): Promise<number>;
  killGateway(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBenchHub(folder: string): Promise<BenchHub> {
  const dataDir = join(folder, 'data');
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  const urls = Object.fromEntries(owners.map((owner) => [owner, postgres.urlFor(`bench_${owner.replaceAll('-', '_')}`)]));
  await createMissingDatabases(postgres.urlFor('postgres'), owners.map((owner) => `bench_${owner.replaceAll('-', '_')}`));
  const variables = Object.fromEntries(owners.map((owner) => [`DATABASE_URL_${settingName(owner)}`, urls[owner] ?? '']));
  const hub = await startHubProcess({ dataDir, separate: true, variables: { ...variables, SUBSCRIPTIONS_PER_PARTY: '100000' } });
  await admitParties(urls['exchange'] ?? '');
  const token = await mintUserToken(dataDir, { userId: 'center.1', partyId: 'center', role: 'ANALYST' }, '4h');
  let number = 0;

  const ask = async <Data>(url: string, query: string, variables: object, authorization = token): Promise<Data> => {
    const response = await fetch(new URL('/graphql', url), { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${authorization}` }, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
    if (!data) throw new Error(JSON.stringify(errors));
    return data;
  };
  const centre = hub.subgraphs['monitoring-center'] ?? '';
  const last = benchParties.at(-1);
  if (last) for (const until = Date.now() + 60_000; !(await ask(centre, '{ __typename }', {}, await tokenOf(dataDir, last)).then(() => true, () => false)) && Date.now() < until; ) await delay(100);

  const write = async (count: number): Promise<void> => {
    const items = Array.from({ length: count }, () => {
      number += 1;
      const record = { channel: 'INTERNET', productName: productNameOf(number), hazardItem: '触电', scope: {}, observedOn: '2026-01-15' };
      return { idempotencyKey: randomUUID(), ...record, sourceRecord: { source: 'BENCH', key: randomUUID(), content: 'one' } };
    });
    await ask(centre, 'mutation ($items: [TakeInRiskInformationInput!]!) { takeInRiskInformation(items: $items) { outcomes { refusal { code } } } }', { items });
  };

  return {
    url: hub.url.replace(/^http/, 'ws') + '/graphql',
    dataDir,
    get number() {
      return number;
    },
    write,
    cursor: () => firstTold(centre.replace(/^http/, 'ws') + '/graphql', token, () => write(1)),
    gatewayMemory: async () => {
      const rollup = await readFile(`/proc/${await gatewayOf(hub.pid)}/smaps_rollup`, 'utf8');
      return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
    },
    async killGateway() {
      process.kill(await gatewayOf(hub.pid), 'SIGKILL');
    },
    async stop() {
      await hub.stop();
      await postgres.stop();
    },
  };
}

/** Takes in records until who subscribes is told of one. */
async function firstTold(url: string, token: string, write: () => Promise<void>): Promise<{ after: string; number: number }> {
  let told: ToldEvent | undefined;
  const subscriber = new Subscriber({ url, token, query: 'subscription { riskInformationTakenIn { occurredAt riskInformation { productName } } }', after: null, number: 0 }, nothingSeen, (event) => (told ??= event));
  for (const until = Date.now() + 30_000; !told && Date.now() < until; await delay(200)) await write();
  subscriber.leave();
  if (!told) throw new Error('Nothing is told of what the centre takes in.');
  return { after: told.cursor, number: told.number };
}

/** The gateway among the children of the hub. */
async function gatewayOf(parent: number): Promise<number> {
  for (const until = Date.now() + 30_000; Date.now() < until; await delay(50)) {
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const [stat, line] = await Promise.all(['stat', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')));
      if (line?.includes('/gateway/dist/main.js') && Number(/ \S+ (\d+)/.exec(stat?.slice(stat.lastIndexOf(')')) ?? '')?.[1]) === parent) return Number(pid);
    }
  }
  throw new Error('No gateway runs.');
}
