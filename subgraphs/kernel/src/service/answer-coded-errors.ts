import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { codedError } from '../refusals/coded-error.js';

/** Answers errors outside GraphQL execution in the same shape: `errors` with message and code, and the right status. A caller that left before its answer is none. */
export function answerCodedErrors(server: FastifyInstance): void {
  server.setErrorHandler(async (thrown, request, reply) => {
    const error = aboutBody(thrown, request) ?? thrown;
    if (error instanceof GraphQLError) {
      const { http, ...extensions } = error.extensions as { http?: { status?: number } };
      return reply.code(http?.status ?? 400).send({ errors: [{ message: error.message, extensions }] });
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

/** What fastify found of a body before anybody had it, in the words of the hub. */
function aboutBody(error: unknown, { headers, routeOptions }: FastifyRequest): GraphQLError | undefined {
  const locale = localeOf(headers['accept-language']);
  switch ((error as { code?: string }).code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE': {
      const limit = routeOptions.bodyLimit;
      return codedError('LIMIT_BODY_BYTES', locale, { limit, came: headers['content-length'] ?? `> ${limit}` });
    }
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return codedError('REQUEST_INVALID', locale, { problems: { en: 'its body is not JSON', 'zh-CN': '请求正文不是 JSON' } });
    default:
      return undefined;
  }
}
