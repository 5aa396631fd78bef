import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { expect } from 'vitest';
import { act, analyst, type Hub, type TestedOutcome } from './acts.js';
import { feed, notice } from './imports.js';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;
export interface Source {
  readonly url: string;
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  answer: Answer;
  readonly server: Server;
}

/** A source on loopback that answers as the test says. */
export async function sourceHere(): Promise<Source> {
  const server = createServer((request, response) => {
    source.asked.push({ path: request.url ?? '', headers: request.headers });
    source.answer(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const source: Source = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: [], answer: (_request, response) => response.writeHead(404).end(), server };
  return source;
}

export const sends = (text: string, headers: Readonly<Record<string, string>> = {}): Answer => (_request, response) => response.writeHead(200, headers).end(text);
export const feedOf = (...guids: readonly string[]) => feed(guids.map((guid) => notice(guid))).content.toString();

export interface TestedPull {
  readonly id: string;
  readonly state: string;
  readonly failedAttempts: number;
  readonly lastFailure: { readonly code: string; readonly message: string } | null;
  readonly stoppedBecause: { readonly code: string } | null;
  readonly cursor: { readonly value: string } | null;
  readonly importRun: { readonly id: string; readonly state: string; readonly counts: Readonly<Record<string, number>> } | null;
  readonly nextAttemptAt: string;
  readonly lastAttemptAt: string | null;
  readonly [field: string]: unknown;
}

/** Pulls of a source as an analyst of the centre has them. */
export function pullsOf(hub: () => Hub, source: () => Source) {
  async function scheduled(input: object = {}, asker: Parameters<typeof act>[1] = analyst): Promise<TestedOutcome> {
    const [outcome] = await act(hub(), asker, 'scheduleImportPull', [{ idempotencyKey: randomUUID(), url: `${source().url}/${randomUUID()}`, mapping: 'web-notices', every: 'PT1H', ...input }], 'id state revision');
    return outcome as TestedOutcome;
  }
  async function doing(name: string, importPullId: string, input: object = {}): Promise<TestedOutcome> {
    const [outcome] = await act(hub(), analyst, `${name}ImportPull`, [{ idempotencyKey: randomUUID(), importPullId, ...input }], 'id state revision');
    return outcome as TestedOutcome;
  }
  async function read(id: string, asker: Parameters<Hub['ask']>[0] = analyst): Promise<TestedPull> {
    const query = `query ($id: ID!) { importPull(id: $id) { id url mapping state every failedAttempts lastFailure { code message } lastFailureAt stoppedBecause { code } cursor { parameter column value }
      nextAttemptAt lastAttemptAt lastChangeAt pauseReason endReason reader { userId } importRun { id state started { userId } counts { taken updated unchanged refused } } } }`;
    return (await hub().ask<{ importPull: TestedPull }>(asker, query, { id })).data.importPull;
  }
  const until = (id: string, is: (pull: TestedPull) => boolean) => eventually(() => read(id), is);
  /** Once its import has ended and that is noted. */
  const settled = async (id: string) => {
    await eventually(() => hub().database.importPull.findUniqueOrThrow({ where: { id } }), ({ pending, importRunId, leaseId }) => pending === null && importRunId !== null && leaseId === null);
    return read(id);
  };
  /** Pulled once more, and that is noted. */
  async function again(id: string): Promise<TestedPull> {
    const before = (await read(id)).lastAttemptAt;
    expect((await doing('run', id)).refusal).toBeNull();
    return until(id, ({ lastAttemptAt }) => lastAttemptAt !== before);
  }
  const runs = (holder = 'center') => hub().database.importRun.count({ where: { holder } });

  return { scheduled, doing, read, until, settled, again, runs };
}
