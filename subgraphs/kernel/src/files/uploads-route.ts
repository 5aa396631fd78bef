import { localeOf } from '@hub/schema/errors/locale.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '../identity/authenticate.js';
import { codedError } from '../refusals/coded-error.js';
import type { FileUploads } from './file-uploads.js';

export interface UploadsRouteOptions {
  /** The address of uploads, such as /evidence/labs/uploads. */
  readonly path: string;
  /** The acts by which files are named that are handed in here: who may do one may hand files in. */
  readonly acts: readonly string[];
  readonly mayDoOneOf: (caller: Caller, acts: readonly string[]) => boolean;
  readonly authenticate: Authenticate;
  readonly uploads: FileUploads;
}

/** Takes files in by tus 1.0, of whoever may do an act that names them. */
export function uploadsRoute(server: FastifyInstance, { path, acts, mayDoOneOf, authenticate, uploads }: UploadsRouteOptions): void {
  void server.register(async (scope) => {
    // Bodies go to tus as they come.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.route({
      method: ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'],
      url: `${path}*`,
      handler: async (request, reply) => {
        const { headers } = request;
        const locale = localeOf(headers['accept-language']);
        const caller = await authenticate.caller(headers);
        if (!mayDoOneOf(caller, acts)) throw codedError('FILE_UPLOAD_DENIED', locale, { acts: acts.join(', ') });
        reply.hijack();
        await uploads.handle({ ...caller, locale }, request.raw, reply.raw);
      },
    });
  });
}
