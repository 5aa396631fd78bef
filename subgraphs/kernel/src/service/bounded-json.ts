import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance } from 'fastify';
import { codedError } from '../refusals/coded-error.js';

/** How deep a body may nest: far beyond what an input asks for, far below what costs time. */
const deepest = 250;

/**
 * Reads JSON bodies as fastify does, after a look at how deep they nest. A few megabytes of brackets keep `JSON.parse` busy for seconds, in which nobody
 * else is answered, and a body is read before the caller is known.
 */
export function boundedJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    const came = nestingOf(body);
    if (came > deepest) done(codedError('JSON_TOO_DEEP', localeOf(request.headers['accept-language']), { came, limit: deepest }));
    else void parse(request, body, done);
  });
}

/** How deep a text nests, if it is JSON (RFC 8259 §2); brackets in strings do not count. */
function nestingOf(text: string): number {
  let open = 0;
  let nesting = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (quoted) at += character === '\\' ? 1 : 0;
    else if (character === '{' || character === '[') nesting = Math.max(nesting, (open += 1));
    else if (character === '}' || character === ']') open -= 1;
  }
  return nesting;
}
