import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { EventQueue } from './event-queue.js';
import type { StreamFormat } from './stream-format.js';

const heartbeatEvery = 12_000;
/** Heartbeats during which a client may read nothing of what was written before it is taken for gone. */
const patience = 5;
/** What a client has to read the last that was written; then it holds up nobody who stops. */
const timeToRead = 2_000;

/**
 * Writes results into a response until they end or the client goes. The next result is pulled when the last has left for the
 * connection, so that a slow client holds up itself alone.
 */
export async function streamResults(response: ServerResponse, format: StreamFormat, results: EventQueue): Promise<void> {
  open(response, format);
  let stalled = 0;
  const heartbeat = setInterval(() => {
    stalled = response.writableNeedDrain ? stalled + 1 : 0;
    if (stalled > patience) response.destroy();
    else if (stalled === 0) response.write(format.heartbeat);
  }, heartbeatEvery);
  const gone = new AbortController();
  const ended = new AbortController();
  let begun = false;
  const leave = () => {
    gone.abort();
    ended.abort();
    void results.return();
  };
  // Once, and not in a race at each result: what waits beside it would be kept until it ends.
  void results.ended.then(() => ended.abort());
  // It may have gone while it was looked at who asks.
  if (response.closed) leave();
  else response.once('close', leave);
  try {
    for await (const result of results) {
      if (gone.signal.aborted) break;
      begun = true;
      if (response.write(format.next(result))) continue;
      await once(response, 'drain', { signal: ended.signal }).catch(() => undefined);
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const told = [error.toJSON()];
    if (!gone.signal.aborted) response.write(begun ? format.failed(told) : format.refused(told));
  } finally {
    clearInterval(heartbeat);
    response.end(format.complete);
    const late = setTimeout(() => response.destroy(), timeToRead);
    response.once('close', () => clearTimeout(late));
  }
}

/** Answers a subscription that was refused, in the form in which its results would have come. */
export function streamRefusal(response: ServerResponse, format: StreamFormat, errors: readonly GraphQLFormattedError[]): void {
  open(response, format);
  response.end(format.refused(errors) + format.complete);
}

function open(response: ServerResponse, { contentType, opening }: StreamFormat): void {
  response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-cache', 'x-accel-buffering': 'no' });
  response.write(opening);
}
