import type { FastifyReply } from 'fastify';

/**
 * Aborted when nobody reads the answer any more. A closing server does not wait for such a request, so it must read no database after that:
 * a client that is closed would connect anew.
 */
export function readerGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  if (raw.closed) gone.abort();
  else raw.once('close', () => gone.abort());
  return gone.signal;
}
