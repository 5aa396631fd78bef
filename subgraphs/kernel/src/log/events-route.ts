import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Authenticate } from '../identity/authenticate.js';
import { parseRequest } from '../service/parse-request.js';
import { readerGone } from '../service/reader-gone.js';
import { withEither } from '../service/with-either.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { LogWake } from './log-wake.js';
import { readLog } from './read-log.js';

const query = z.object({
  after: z.coerce.number().int().min(0).default(0),
  epoch: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  wait: z.coerce.number().int().min(0).max(60).default(0),
});

/** Serves the owner's log to the hub's own services, each its own events; waits up to `wait` seconds for news. @param options `onAsked`: told who asks, with what else it tells */
export function eventsRoute(
  server: FastifyInstance,
  options: { database: Transaction; wake: LogWake; authenticate: Authenticate; closing: AbortSignal; onAsked?: (service: string, headers: IncomingHttpHeaders) => Promise<void> },
): void {
  server.get('/events', async (request, reply) => {
    const service = await options.authenticate.service(request.headers);
    const { after, epoch, limit, wait } = parseRequest(query, request.query, request.headers);
    await options.onAsked?.(service, request.headers);
    const gone = readerGone(reply);
    return withEither([gone, options.closing], async (signal) => {
      const until = Date.now() + wait * 1000;
      for (;;) {
        // Waiting begins before reading, or a notification between the two would be missed.
        const left = until - Date.now();
        const woken = left > 0 ? options.wake.next(left, signal) : undefined;
        if (gone.aborted) return reply.hijack();
        const page = await readLog(options.database, service, after, limit);
        if (page.events.length > 0 || !woken || signal.aborted || (epoch !== undefined && epoch !== page.epoch)) return page;
        await woken;
      }
    });
  });
}
