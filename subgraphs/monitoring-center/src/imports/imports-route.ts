import { Readable } from 'node:stream';
import { FilePlacing } from '@hub/kernel/files/file-placing.js';
import { FileUploads } from '@hub/kernel/files/file-uploads.js';
import { HashedUploads } from '@hub/kernel/files/hashed-uploads.js';
import { StoreRoom } from '@hub/kernel/files/store-room.js';
import { UploadLocks } from '@hub/kernel/files/upload-locks.js';
import { UploadSweep } from '@hub/kernel/files/upload-sweep.js';
import { uploadsRoute } from '@hub/kernel/files/uploads-route.js';
import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { isSharingRefusal } from '@hub/kernel/refusals/is-sharing-refusal.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import type { SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import { refusedFileOf } from '@hub/imports/running/refused-rows.js';
import { readMapping } from '@hub/imports/mapping/read-mapping.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { ImportRun } from '@hub/prisma/monitoring-center/generated/client.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { importsPath, refusedRowsPath, reportPath } from '../domain/imports-path.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { importFileEntries } from '../repository/import-files.js';
import { importRowsBehind } from '../repository/import-rows.js';
import type { ImportStore } from './import-store.js';
import { refusedRowsOf } from './refused-rows-of.js';
import { reportOf } from './report-of.js';

/** What files of records come as; what is packed is unpacked on the way. */
const mediaTypes = ['text/csv', 'text/tab-separated-values', 'text/plain', 'text/xml', 'application/xml', 'application/json', 'application/jsonl', 'application/x-ndjson', 'application/gzip', 'application/octet-stream', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

export interface ImportsRouteOptions {
  readonly database: MonitoringCenterDatabase;
  readonly environment: SubgraphEnvironment;
  readonly authenticate: Authenticate;
  readonly engine: Pick<RouteEngine, 'operateInForce' | 'mayDoOneOf'>;
  readonly store: ImportStore;
  /** Milliseconds for which a file is kept that no import uses. */
  readonly keptFor: number;
}

type OfRun = FastifyRequest<{ Params: { importRunId: string } }>;

/**
 * `/imports/monitoring-center/uploads` takes files in that are to be imported (导入, 5.1.1), by tus as files of evidence are, and under the same limits.
 * `…/<import>/report` and `…/<import>/refused-rows` give what became of the rows, to whoever may read where they are fetched.
 */
export function importsRoute(server: FastifyInstance, { database, environment, authenticate, engine, store, keptFor }: ImportsRouteOptions): void {
  const settings = { ...environment.files, mediaTypes };
  const uploads = new HashedUploads({ directory: store.uploads, expirationPeriodInMilliseconds: settings.uploadsLast });
  const entries = importFileEntries(database, store, keptFor);
  const placing = new FilePlacing({ uploads, kept: store, entries });
  const room = new StoreRoom({ entries, uploads, placing, settings });
  const path = `${importsPath}/uploads`;
  const fileUploads = new FileUploads({ path, uploads, placing, room, settings, locks: new UploadLocks(database, server.log), log: server.log });
  uploadsRoute(server, { path, acts: ['startImport'], mayDoOneOf: engine.mayDoOneOf, authenticate, uploads: fileUploads });
  const sweep = new UploadSweep({ uploads, placing, log: server.log });
  server.addHook('onListen', () => sweep.start());
  server.addHook('onClose', () => sweep.close());

  /** The import, where the caller may read a field of it that says where something is fetched: the reading stands in the audit log like any other. */
  const admitted = async ({ headers, params: { importRunId } }: OfRun, field: string): Promise<ImportRun> => {
    const locale = localeOf(headers['accept-language']);
    const caller = await authenticate.caller(headers);
    const { data, errors = [] } = await engine.operateInForce({ caller, locale, document: `query ($id: ID!) { importRun(id: $id) { ${field} } }`, variables: { id: importRunId } });
    const fault = errors.find((error) => !isSharingRefusal(error));
    // What else goes wrong says nothing of the file, and may go right the next time.
    if (fault) throw new GraphQLError(fault.message, { extensions: { ...fault.extensions, http: { status: 503 } } });
    const told = data?.['importRun'] as Readonly<Record<string, unknown>> | null | undefined;
    if (typeof told?.[field] !== 'string') throw codedError('IMPORT_FILE_NOT_FOUND', locale);
    return database.importRun.findUniqueOrThrow({ where: { id: importRunId } });
  };
  /** Parties whose refused rows are being read out of a file. */
  const reading = new Set<string>();
  const behind = (importRunId: string, outcome?: string) => (after: number) => importRowsBehind(database, importRunId, after, outcome);
  const give = (reply: FastifyReply, name: string, text: Readable) =>
    reply
      .type(name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8')
      .headers({ 'content-disposition': `attachment; filename="${name}"`, 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' })
      .send(text);

  server.get(reportPath(':importRunId'), async (request: OfRun, reply) => {
    const run = await admitted(request, 'reportPath');
    return give(reply, 'report.csv', Readable.from(reportOf(behind(run.id))));
  });
  server.get(refusedRowsPath(':importRunId'), async (request: OfRun, reply) => {
    const run = await admitted(request, 'refusedRowsPath');
    // Each reads the whole file, in the process that answers all requests.
    if (reading.has(run.holder)) throw codedError('IMPORT_FILE_UNDER_WAY', localeOf(request.headers['accept-language']));
    const { format } = readMapping(run.mappingText, run.mapping).mapping;
    const text = Readable.from(refusedRowsOf({ run, path: store.pathOf(run.holder, run.fileHash), page: behind(run.id, 'REFUSED') }));
    reading.add(run.holder);
    text.once('close', () => reading.delete(run.holder));
    return give(reply, refusedFileOf(format), text);
  });
}
