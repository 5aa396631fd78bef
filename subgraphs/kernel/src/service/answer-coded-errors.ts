import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { ZodError } from 'zod';
import { codedError } from '../refusals/coded-error.js';

/** Answers errors outside GraphQL execution in the same shape: `errors` with message and code, and the right status. A caller that left before its answer is none. */
export function answerCodedErrors(server: FastifyInstance): void {
  server.setErrorHandler(async (thrown, request, reply) => {
    const error = bodyTooLarge(thrown, request) ?? thrown;
    if (error instanceof GraphQLError) {
      const { http, ...extensions } = error.extensions as { http?: { status?: number } };
      return reply.code(http?.status ?? 400).send({ errors: [{ message: error.message, extensions }] });
    }
    if (error instanceof ZodError) {
      const message = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
      return reply.code(400).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
    }
    if (isOfReaderGone(error, reply)) return reply.hijack(); // nobody is there to be answered
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'unexpected error');
    const message = status >= 500 ? 'Something unexpected happened; it is logged.' : (error as Error).message;
    return reply.code(status).send({ errors: [{ message, extensions: { code: status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST' } }] });
  });
}

/** Whether an answer under way broke off because its reader has left: fastify then ends the stream of which it was made. */
function isOfReaderGone(error: unknown, { raw }: FastifyReply): boolean {
  return raw.destroyed && (error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function bodyTooLarge(error: unknown, { headers, routeOptions }: FastifyRequest): GraphQLError | undefined {
  if ((error as { code?: string }).code !== 'FST_ERR_CTP_BODY_TOO_LARGE') return undefined;
  const limit = routeOptions.bodyLimit;
  const came = headers['content-length'] ?? `> ${limit}`;
  return codedError('LIMIT_BODY_BYTES', localeOf(headers['accept-language']), { limit, came });
}
