import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { codedError } from '../refusals/coded-error.js';
import type { Authenticate } from '../identity/authenticate.js';
import { stampsOf } from '../loading/stamps-of.js';
import type { Json, LogPage } from '../log/event.js';
import { parseRequest } from '../service/parse-request.js';
import { readerGone } from '../service/reader-gone.js';
import { withEither } from '../service/with-either.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { AuditLog } from './audit-log.js';
import { auditSealed } from './sealed-batch.js';

const query = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(20).default(10),
  wait: z.coerce.number().int().min(0).max(60).default(0),
});
/** What another process of this owner seals is found by looking again. */
const lookAgainAfter = 5_000;

const read = `
  SELECT h.epoch::text, coalesce((SELECT max(position) FROM kernel.audit_checkpoint), 0)::float8 AS head,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', c.id, 'position', c.position, 'at', c.at, 'payload', jsonb_build_object(
        'first', c.first, 'position', c.position, 'previous', c.previous, 'hash', c.hash, 'at', c.at,
        'entries', (SELECT jsonb_agg(jsonb_build_object('position', e.position, 'entry', e.entry::jsonb) ORDER BY e.position)
          FROM kernel.audit_entry e WHERE e.position BETWEEN c.first AND c.position),
        'selections', (SELECT coalesce(jsonb_object_agg(s.hash, string_to_array(s.coordinates, chr(10))), '{}'::jsonb) FROM kernel.audit_selection s
          WHERE s.hash IN (SELECT e.entry::jsonb->>'selection' FROM kernel.audit_entry e WHERE e.position BETWEEN c.first AND c.position))
      )) ORDER BY c.position)
      FROM (SELECT * FROM kernel.audit_checkpoint WHERE position > $1::float8::bigint ORDER BY position LIMIT $2::int) c), '[]'::jsonb) AS batches
  FROM kernel.log_head h`;

interface Batch {
  readonly id: string;
  readonly position: number;
  readonly at: string;
  readonly payload: Json;
}

/**
 * Serves what was sealed to the exchange, batch by batch, in the shape of a log: positions of the audit log are dense and in order already, so that
 * nothing has to be written twice. Waits up to `wait` seconds for more. Beside it the gateway says that entries which wait for more of an operation need not.
 */
export function auditRoute(
  server: FastifyInstance,
  { owner, database, audit, authenticate, closing }: { owner: string; database: Transaction; audit: AuditLog; authenticate: Authenticate; closing: AbortSignal },
): void {
  let served = { upTo: -1, seals: 0 };
  server.post('/audit/hasten', async (request, reply) => {
    if ((await authenticate.service(request.headers)) !== 'gateway') throw codedError('SERVICE_ONLY', 'en');
    audit.hasten();
    return reply.code(204).send();
  });
  server.get('/audit', async (request, reply): Promise<LogPage> => {
    if ((await authenticate.service(request.headers)) !== 'exchange') throw codedError('SERVICE_ONLY', 'en');
    const { after, limit, wait } = parseRequest(query, request.query, request.headers);
    // Of what was served to its end, and has not been sealed any further here, nothing is looked for at once.
    let known = after === served.upTo && audit.seals === served.seals;
    const gone = readerGone(reply);
    return withEither([gone, closing], async (signal) => {
      const until = Date.now() + wait * 1000;
      for (;;) {
        const left = Math.min(until - Date.now(), lookAgainAfter);
        const sealed = left > 0 ? audit.sealed(left, signal) : undefined;
        if (gone.aborted) return reply.hijack();
        if (known && sealed) {
          known = false;
          await sealed;
          continue;
        }
        const seals = audit.seals;
        const page = await pageAfter(owner, database, after, limit);
        if (page.events.length < limit) served = { upTo: page.upTo, seals };
        if (page.events.length > 0 || !sealed || signal.aborted) return page;
        await sealed;
      }
    });
  });
}

async function pageAfter(owner: string, database: Transaction, after: number, limit: number): Promise<LogPage> {
  const [row] = await database.$queryRawUnsafe<{ epoch: string; head: number; batches: Batch[] }[]>(read, after, limit);
  if (!row) throw new Error('The log has no head row; the migration "kernel" is incomplete.');
  const { epoch, head, batches } = row;
  const events = batches.map(({ id, position, at, payload }) => ({
    ...{ id, position, kind: auditSealed, subjectType: 'AuditLog', subjectId: owner, occurredAt: at },
    ...{ actor: null, causedBy: [], stamps: stampsOf({ holder: owner }), payload },
  }));
  return { epoch, upTo: batches.length === limit ? (batches.at(-1)?.position ?? after) : Math.max(head, after), events };
}
