import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoIdentities, demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { cloneDatabase } from '@hub/prisma/test-databases/clone-database.js';
import type { Owner } from '@hub/prisma/owner.js';
import { request } from 'undici';
import { createDevelopmentIssuer, mintUserToken } from '../identity/development-issuer.js';
import { replaceParticipant } from '../identity/membership-events.js';
import { startSubgraph } from '../service/start-subgraph.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import type { SubgraphDefinition } from '../service/subgraph-definition.js';
import { owners, readSubgraphEnvironment, settingName, type SubgraphEnvironment } from '../service/subgraph-environment.js';
import { EventCursors } from '../subscriptions/event-cursors.js';
import { ownEventLog } from '../subscriptions/own-event-log.js';
import type { Database, Transaction } from '../unit-of-work/transaction.js';
import { eventually } from './eventually.js';
import { laterYears } from './later-years.js';
import { playedLog, type PlayedLog } from './played-log.js';
import { rowsTogether } from './rows-together.js';
import { requireStartEvents } from './require-start-events.js';
import { noteStatesReached } from './states-reached.js';
import { hold, subscriptionClient, type HeldSubscription } from './subscription-client.js';

/** A GraphQL answer as a test reads it. */
export interface Answer<Data = Record<string, unknown>> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly [key: string]: unknown };
  }[];
  readonly extensions?: { readonly sharing?: { readonly refused: unknown[]; readonly masked: unknown[] } };
}

/** Who asks in a test: a demo identity, optionally in another role or as another user. */
export type Asker = string | { readonly identity: string; readonly role?: string; readonly user?: 1 | 2 | 3 };

/** A subgraph on a database of its own, entered by its front door. */
export interface SubgraphUnderTest<Db> {
  readonly url: string;
  readonly database: Db;
  readonly environment: SubgraphEnvironment;
  /** The logs of all other owners. */
  readonly others: PlayedLog;
  /** The log of one other owner; the same as `others`, unless there is a log for each. */
  logOf(owner: string): PlayedLog;
  tokenOf(asker: Asker): Promise<string>;
  /** Says that this test writes rows into their states itself: nothing has brought them there, nor begun what is owed on them. */
  rowsAreWrittenByHand(): void;
  // The shape of the data is the test's own assertion; a wrong one shows as a failed expectation.
  ask<Data = Record<string, never>>(
    asker: Asker,
    query: string,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Data>>;
  /** Subscribes on a connection of its own. */
  subscribe<Data = Record<string, unknown>>(asker: Asker, query: string, variables?: Record<string, unknown>): Promise<HeldSubscription<Data>>;
  /** A cursor of now: of the head of the owner's own log. */
  cursorOfNow(): Promise<string>;
  /** Starts the subgraph anew on the same database and address, as after a fall or an update. @param variables settings that are others from then on, until it is started anew */
  restart(variables?: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a subgraph for a test file, with the demo's members in its replica. Close it in afterAll. Its own log, if it
 * reads that, is the real one.
 *
 * @param options `logPerOwner`: each other owner tells its own events, instead of all telling the same; `variables`: settings besides those that every
 *   subgraph has
 */
export async function subgraphUnderTest<
  Tx extends Transaction,
  Db extends Database<Tx>,
  Context extends SubgraphContext<Tx>,
>(definition: SubgraphDefinition<Tx, Db, Context>, options: { logPerOwner?: boolean; variables?: Readonly<Record<string, string>> } = {}): Promise<SubgraphUnderTest<Db>> {
  const { owner } = definition;
  const folder = await mkdtemp(join(tmpdir(), `hub-${owner}-`));
  await createDevelopmentIssuer(folder);
  const clone = await cloneDatabase(owner as Owner);
  const others = await playedLog();
  const peers = owners.filter((peer) => peer !== owner);
  const logs = new Map<string, PlayedLog>();
  for (const peer of peers) logs.set(peer, options.logPerOwner ? await playedLog() : others);
  const logOf = (peer: string): PlayedLog => {
    const log = logs.get(peer);
    if (!log) throw new Error(`There is no other owner ${peer}.`);
    return log;
  };
  const database = definition.connect(clone.url);
  for (const party of demoParticipants) await replaceParticipant(database, { ...party, state: 'ACTIVE', users: demoUsersOf(party) });

  const environment = readSubgraphEnvironment(owner, {
    [`PORT_${settingName(owner)}`]: '0',
    [`DATABASE_URL_${settingName(owner)}`]: clone.url,
    HUB_DATA_DIR: folder,
    MASK_KEY: 'a mask key for tests only',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    ...laterYears,
    ...options.variables,
    ...Object.fromEntries(peers.map((peer) => [`URL_${settingName(peer)}`, logOf(peer).url])),
  });
  let running = await startSubgraph(definition, environment);
  const { url } = running;
  await eventually(
    async () => (await request(new URL('/health/ready', url))).body.json(),
    (health) => (health as { status: string }).status === 'ready',
  );
  const tokens = new Map<string, Promise<string>>();

  const tokenOf = (asker: Asker): Promise<string> => {
    const { identity, role, user = 1 } = typeof asker === 'string' ? { identity: asker } : asker;
    const known = demoIdentities.find(({ name }) => name === identity);
    if (!known) throw new Error(`There is no demo identity ${identity}.`);
    const claims = { userId: `${identity}.${user}`, partyId: known.partyId, role: role ?? known.defaultRole };
    const key = JSON.stringify(claims);
    const token = tokens.get(key) ?? mintUserToken(folder, claims);
    tokens.set(key, token);
    return token;
  };

  let byHand = false;
  return {
    url,
    database: rowsTogether(database),
    environment,
    others,
    logOf,
    tokenOf,
    async ask(asker, query, variables = {}, headers = {}) {
      const response = await request(new URL('/graphql', url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokenOf(asker)}`,
          'accept-language': 'en',
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.statusCode, ...((await response.body.json()) as object) } as never;
    },
    async subscribe(asker, query, variables = {}) {
      const params = { authorization: `Bearer ${await tokenOf(asker)}`, 'accept-language': 'en' };
      return hold(subscriptionClient(url, params), { query, variables });
    },
    async cursorOfNow() {
      const { epoch, head } = await ownEventLog(owner, database).read(Number.MAX_SAFE_INTEGER, undefined, 1);
      return new EventCursors(owner, environment.maskKey).encode({ epoch, position: head, offset: 0 });
    },
    async restart(variables = {}) {
      await running.close();
      running = await startSubgraph(definition, { ...environment, variables: { ...environment.variables, ...variables }, port: Number(new URL(url).port) });
    },
    rowsAreWrittenByHand() {
      byHand = true;
    },
    async close() {
      const played = [...new Set([others, ...logs.values()])];
      try {
        if (!byHand) {
          await noteStatesReached(database);
          await requireStartEvents(database, (event) => played.map((log) => log.kindOf(event.slice(event.indexOf(':') + 1))).find((kind) => kind !== undefined));
        }
      } finally {
        await running.close();
        await database.$disconnect();
        await Promise.all(played.map((log) => log.close()));
        await clone.drop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
