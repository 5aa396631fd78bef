import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance } from 'fastify';
import { codedError } from '../refusals/coded-error.js';
import { deepestNesting, nestingOf } from './nesting-of.js';

/**
 * Reads JSON bodies as fastify does, after a look at how deep they nest. A few megabytes of brackets keep `JSON.parse` busy for seconds, in which nobody
 * else is answered, and a body is read before the caller is known.
 */
export function boundedJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    const came = nestingOf(body);
    if (came > deepestNesting) done(codedError('JSON_TOO_DEEP', localeOf(request.headers['accept-language']), { came, limit: deepestNesting }));
    else void parse(request, body, done);
  });
}
