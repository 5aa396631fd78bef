import type { IncomingHttpHeaders } from 'node:http';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyReply } from 'fastify';

/** Answers that something is not there, or not for who asks, in the language that is asked for. @param type as the schema calls it */
export function notFound(reply: FastifyReply, headers: IncomingHttpHeaders, type: string, id: string): FastifyReply {
  const message = errorMessage('NOT_FOUND', localeOf(headers['accept-language']), { type, id });
  return reply.code(404).send({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
}
