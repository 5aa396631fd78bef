import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { contentHashProblem } from '@hub/schema/identifiers/content-hash.js';
import { localeOf, type Locale } from '@hub/schema/errors/locale.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { mayDoOneOf } from '../acts/may-do-one-of.js';
import type { AuditLog } from '../audit/audit-log.js';
import { requestHeader } from '../audit/request-header.js';
import type { Authenticate } from '../identity/authenticate.js';
import { codedError } from '../refusals/coded-error.js';
import type { Preservation } from '../preservation/preservation.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import type { SubgraphEnvironment } from '../service/subgraph-environment.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { byteRange } from './byte-range.js';
import { FilePlacing } from './file-placing.js';
import { filesPath } from './files-path.js';
import { FileUploads } from './file-uploads.js';
import { HashedUploads } from './hashed-uploads.js';
import { keptFilesOf } from './kept-files-of.js';
import { partiesNaming } from './parties-naming.js';
import { StoreRoom } from './store-room.js';
import { privateFolder } from './private-folder.js';
import { storedFileEntries } from './stored-file-entries.js';
import { findStoredFiles } from './stored-files.js';
import { UploadLocks } from './upload-locks.js';
import { UploadSweep } from './upload-sweep.js';
import { uploadsRoute } from './uploads-route.js';
import { ContentAltered, VerifiedContent } from './verified-content.js';

/** Which files an owner takes in, and whose they are. */
export interface OwnersFiles {
  /** The acts by which files are named: who may do one may hand files in. */
  readonly acts: readonly string[];
  /** The query of rows that name the file `$hash`: each list of files beside or below `by { partyId }`, who named it. */
  readonly namedIn: string;
  /** The same rows as a statement, with `type`, `id` and `files` (EvidenceFile[] as JSON): what is on record is held against them. */
  readonly namingRows: string;
}

export interface FilesRouteOptions {
  readonly environment: SubgraphEnvironment;
  readonly database: Transaction;
  readonly schema: GraphQLSchema;
  readonly audit: AuditLog;
  readonly authenticate: Authenticate;
  readonly newContext: (caller: Caller, locale: Locale) => SubgraphContext;
  readonly preservation: Preservation;
}

const longestName = 100;

/** `/evidence/<owner>/uploads` takes files in by tus; `/evidence/<owner>/<hash>` gives one to whoever may read a row that names it. Not there and not open are told alike. `/evidence/<owner>/keys.json` publishes the key under which the record is sealed. */
export function filesRoute(server: FastifyInstance, files: OwnersFiles, { environment, database, schema, audit, authenticate, newContext, preservation }: FilesRouteOptions): { readonly start: () => void } {
  const { files: settings } = environment;
  const path = filesPath(environment.owner);
  const folder = join(environment.dataDir, 'evidence', environment.owner);
  privateFolder(folder);
  const kept = keptFilesOf(settings, environment.owner, join(folder, 'files'));
  const uploads = new HashedUploads({ directory: join(folder, 'uploads'), expirationPeriodInMilliseconds: settings.uploadsLast });
  const entries = storedFileEntries(database, preservation);
  const placing = new FilePlacing({ uploads, kept, entries });
  const fileUploads = new FileUploads({ path: `${path}/uploads`, uploads, placing, room: new StoreRoom({ entries, uploads, placing, settings }), settings, locks: new UploadLocks(database, server.log), log: server.log });
  const sweep = new UploadSweep({ uploads, placing, log: server.log });
  const document = parse(files.namedIn);
  const [fault] = validate(schema, document);
  if (fault) throw fault;

  const given = async (request: FastifyRequest<{ Params: { hash: string } }>, reply: FastifyReply) => {
    const { method, params: { hash }, headers } = request;
    const locale = localeOf(headers['accept-language']);
    const context = newContext(await authenticate.caller(headers), locale);
    if (contentHashProblem(hash) !== undefined) throw codedError('FILE_NOT_FOUND', locale);
    const named = headers[requestHeader];
    const parties = await partiesNaming({ schema, audit, document, log: server.log }, context, hash, typeof named === 'string' ? named.slice(0, longestName) : undefined);
    if (parties.length === 0) throw codedError('FILE_NOT_FOUND', locale);
    const [file] = await findStoredFiles(database, parties, [hash]);
    if (!file) throw codedError('FILE_NOT_STORED', locale);
    // A condition on the content asks for the whole: what lies here never changes, and has no other validator than its hash.
    const range = headers['if-range'] === undefined && method === 'GET' ? byteRange(headers.range, file.size) : undefined;
    if (range === 'outside') {
      void reply.header('content-range', `bytes */${file.size}`);
      throw codedError('FILE_RANGE_OUTSIDE', locale, { size: file.size });
    }
    // Opened before anything is said of it: what cannot be opened is answered as a fault.
    const opened = method === 'HEAD' ? undefined : await kept.open(file.partyId, file.hash, range);
    // Of a part nothing can be said; who has all parts holds them against the hash.
    const altered = (error: unknown) => {
      if (error instanceof ContentAltered) request.log.error({ err: error, party: file.partyId }, 'a file was changed in the store, and is not given to its end');
    };
    const content = opened && !range ? pipeline(opened, new VerifiedContent(file.hash), altered) : opened;
    if (range) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`);
    return reply
      .type(file.mediaType)
      .headers({ 'content-length': String(range ? range.end - range.start + 1 : file.size), 'accept-ranges': 'bytes' })
      .headers({ 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'" })
      .headers({ 'cache-control': 'private, no-store', 'content-hash': file.hash, 'content-hash-sm3': file.sm3 })
      .send(content);
  };
  server.route({ method: ['GET', 'HEAD'], url: `${path}/:hash`, handler: given });
  // Anyone may check an export (存证, 5.2.4 a), so nobody is asked who it is.
  server.get(`${path}/keys.json`, async (_request, reply) =>
    reply.type('application/jwk-set+json').header('cache-control', 'public, max-age=300').send(JSON.stringify(await preservation.publicKeys())),
  );

  uploadsRoute(server, { path: `${path}/uploads`, acts: files.acts, mayDoOneOf: (caller, acts) => mayDoOneOf(newContext(caller, 'en'), caller, acts), authenticate, uploads: fileUploads });

  server.addHook('onClose', async () => {
    kept.close();
    await sweep.close();
  });
  return { start: () => sweep.start() };
}
