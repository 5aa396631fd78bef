import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import fastify from 'fastify';
import type { AuditEntry } from '../audit/audit-entry.js';
import { auditSealed, type SealedBatch } from '../audit/sealed-batch.js';
import type { Holding } from '../holdings/holding.js';
import type { Json, LogPage, ReceivedEvent } from '../log/event.js';
import { stampsOf } from '../loading/stamps-of.js';
import type { SearchedRow, SearchedRows, SearchedSelection } from '../searched/searched-rows.js';
import type { SearchedTerms } from '../searched/searched-route.js';

/** What a test lets another owner tell. */
export interface SaidEvent {
  /** Given where the same event is told twice. */
  readonly id?: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload: Json;
  readonly stamps?: Partial<Stamps>;
  readonly causedBy?: readonly string[];
}

/** The logs of the other owners, played by a test: served over HTTP as their /events serve them. */
export interface PlayedLog {
  readonly url: string;
  say(event: SaidEvent): ReceivedEvent['id'];
  /** Tells of a batch of its audit log; `changes` where the test plays somebody who has tampered with it. */
  seal(entries: readonly AuditEntry[], selections: SealedBatch['selections'], changes?: Partial<SealedBatch>): void;
  /** Serves these as what the owner has counted of whom. */
  serveHoldings(holdings: readonly Holding[]): void;
  /** Serves these as what is searched of the owner's rows, by type, on these terms; whoever changes the rows changes what is served. */
  serveSearched(terms: SearchedTerms['terms'], rows: ReadonlyMap<string, readonly SearchedRow[]>): void;
  /** Serves these as the keys of the registry. */
  serveKeys(keys: object): void;
  /** Plays a restore from a backup that had been made when so many events had been told: the log goes on from there, in another epoch. */
  restore(told: number): void;
  /** Kind of an event that it has told; undefined of one that it has not. */
  kindOf(id: string): string | undefined;
  /** How many events it has told. */
  readonly told: number;
  close(): Promise<void>;
}

const longestPage = 200;

interface Asked {
  readonly after?: string;
  readonly wait?: string;
  readonly epoch?: string;
}

/** Waits for news as long as the reader wishes, a second at most, so that a log is soon closed. */
async function newsOrTime({ wait = '0' }: Asked, news: () => boolean): Promise<void> {
  const until = performance.now() + Math.min(Number(wait), 1) * 1000;
  while (!news() && performance.now() < until) await delay(25);
}

export async function playedLog(): Promise<PlayedLog> {
  let epoch: string = randomUUID();
  const events: Omit<ReceivedEvent, 'source'>[] = [];
  const kinds = new Map<string, string>();
  const server = fastify({ forceCloseConnections: true });
  server.get<{ Querystring: Asked }>('/events', async ({ query }): Promise<LogPage> => {
    const after = Number(query.after ?? 0);
    await newsOrTime(query, () => events.length > after || (query.epoch !== undefined && query.epoch !== epoch));
    // As a real log does: a full page reaches as far as its last event.
    return { epoch, upTo: Math.min(events.length, after + longestPage), events: events.slice(after, after + longestPage) };
  });
  const batches: SealedBatch[] = [];
  server.get<{ Querystring: Asked }>('/audit', async ({ query }): Promise<LogPage> => {
    const after = Number(query.after ?? 0);
    await newsOrTime(query, () => (batches.at(-1)?.position ?? 0) > after);
    const told = batches.filter(({ position }) => position > after).slice(0, 10);
    const events = told.map((payload) => ({
      ...{ id: randomUUID(), position: payload.position, kind: auditSealed, subjectType: 'AuditLog', subjectId: 'played', occurredAt: payload.at },
      ...{ actor: null, causedBy: [], stamps: stampsOf({}), payload: payload as unknown as Json },
    }));
    return { epoch, upTo: told.at(-1)?.position ?? after, events };
  });
  let holdings: readonly Holding[] = [];
  server.get('/holdings', async () => ({ holdings }));
  let searched: { terms: SearchedTerms['terms']; rows: ReadonlyMap<string, readonly SearchedRow[]> } | undefined;
  server.get('/searched/terms', async (_request, reply) => (searched ? { terms: searched.terms } : reply.code(404).send()));
  server.post<{ Body: SearchedSelection & { type: string } }>('/searched', async ({ body }, reply): Promise<SearchedRows> => {
    if (!searched) return reply.code(404).send();
    const rows = [...(searched.rows.get(body.type) ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (!('ids' in body)) return { rows: rows.filter(({ id }) => id > body.after).slice(0, body.limit), gone: [] };
    const found = rows.filter(({ id }) => body.ids.includes(id));
    return { rows: found, gone: body.ids.filter((id) => !found.some((row) => row.id === id)) };
  });
  let keys: object = { keys: [] };
  server.get('/registry/keys', async () => keys);
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address = server.addresses()[0];
  return {
    url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    say({ id = randomUUID(), stamps, causedBy = [], ...event }) {
      kinds.set(id, event.kind);
      events.push({
        id,
        position: events.length + 1,
        occurredAt: new Date().toISOString(),
        actor: null,
        causedBy,
        stamps: stampsOf(stamps ?? {}),
        ...event,
      });
      return id;
    },
    seal(entries, selections, changes = {}) {
      const last = batches.at(-1);
      const first = (last?.position ?? 0) + 1;
      const position = first + entries.length - 1;
      const seals = { first, position, previous: last?.hash ?? 'nothing', hash: `hash ${position}`, at: new Date().toISOString() };
      batches.push({ ...seals, entries: entries.map((entry, index) => ({ position: first + index, entry })), selections, ...changes });
    },
    serveHoldings(served) {
      holdings = served;
    },
    serveSearched(terms, rows) {
      searched = { terms, rows };
    },
    serveKeys(served) {
      keys = served;
    },
    restore(told) {
      events.length = told;
      epoch = randomUUID();
    },
    kindOf: (id) => kinds.get(id),
    get told() {
      return events.length;
    },
    close: () => server.close(),
  };
}
