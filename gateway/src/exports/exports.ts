import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ApolloServer } from '@apollo/server';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import { keyFile, type KeyFile } from '@hub/kernel/identity/key-file.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { GraphQLError, getOperationAST, parse } from 'graphql';
import type { GatewayContext } from '../gateway-context.js';
import type { Admission } from '../limits/admission.js';
import { toldOperation } from '../limits/asked-operation.js';
import type { CostLimits } from '../limits/cost/cost-limits.js';
import { exportFile } from './export-file.js';
import { exportManifest, manifestVariant } from './export-manifest.js';
import { exportPage, type ExportPage } from './export-page.js';
import { exportQuery } from './export-query.js';
import type { BegunExport, ExportAsker, ExportEntry, ExportRecord, SignedManifest } from './export-record.js';
import { ExportRecords } from './export-records.js';
import type { ExportRequest } from './export-request.js';
import type { ExportSettings } from './export-settings.js';
import { exportedPages } from './exported-pages.js';
import { filePosition, type FilePosition } from './file-position.js';
import type { SupergraphInForce } from './supergraph-in-force.js';
import { termsOfColumns } from './terms-of-columns.js';
import { longestSheet } from './xlsx-rows.js';

/** Records that a party may have on disk. */
const mostKept = 200;
/** Milliseconds: a timer that is set for longer goes off at once. */
const longestTimer = 2 ** 31 - 1;

export interface ExportsOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly inForce: SupergraphInForce;
  readonly admission: Admission;
  readonly costs: CostLimits;
  readonly limits: ExportSettings;
  readonly dataDir: string;
  readonly log: Logger;
}

/** Who asks, and how one operation of his travels through the gateway. */
export interface Asking {
  readonly asker: ExportAsker;
  readonly locale: Locale;
  readonly purpose: string | undefined;
  /** A context for one page of an export, with its name and its purpose. */
  readonly contextFor: (begun: Pick<BegunExport, 'id' | 'purpose'>) => GatewayContext;
}

/** A file on its way. */
export interface FetchedFile {
  readonly begun: BegunExport;
  readonly position: FilePosition;
  readonly bytes: AsyncGenerator<Buffer>;
  /** Milliseconds that it may take, also where nobody reads on. */
  readonly time: number;
  /** What it ends with after that. */
  readonly tooLate: () => GraphQLError;
  /** Says that nobody reads it any more, in case nobody ever began to. */
  readonly leave: () => void;
}

/**
 * The exports of lists. Their rows are asked page by page while they leave, as operations of whoever fetches them, and are kept nowhere: what was withdrawn meanwhile
 * is in no file that is ready (ADR 0028).
 */
export class Exports {
  readonly key: KeyFile;
  readonly #options: ExportsOptions;
  readonly #records: ExportRecords;
  /** The exports being fetched, with the party of each. */
  readonly #running = new Map<string, string>();

  constructor(options: ExportsOptions) {
    this.#options = options;
    this.key = keyFile(join(options.dataDir, 'gateway', 'export-key.json'));
    this.#records = new ExportRecords(join(options.dataDir, 'gateway', 'exports'), options.limits.EXPORT_KEEP_HOURS * 3_600_000);
  }

  async open(): Promise<void> {
    await this.key.create();
    await this.#records.sweep();
  }

  /**
   * Begins an export: writes its query, and asks for one row of it as its asker.
   * @throws GraphQLError those of exportQuery, of the limits and of the query itself, EXPORTS_TOO_MANY
   */
  async begin(request: ExportRequest, { asker, locale, purpose, contextFor }: Asking): Promise<ExportRecord> {
    const came = await this.#records.count(asker);
    if (came >= mostKept) throw codedError('EXPORTS_TOO_MANY', locale, { came, limit: mostKept, what: { en: 'begun and still known', 'zh-CN': '已发起且仍保留的' } });
    const { inForce, admission, apollo } = this.#options;
    const { schema, sdl } = inForce.current;
    const { text, variables, columns } = exportQuery(schema, request, locale);
    admission.admit(toldOperation({ query: text, operationName: 'Export' }), locale);
    const pageSize = this.#pageSize(request.pageSize, text, variables, locale);
    const id = randomUUID();
    const first = await exportPage(apollo, { list: request.list, query: text, variables: { ...variables, first: 1, count: true }, context: contextFor({ id, purpose }) });
    const terms = termsOfColumns(sdl, [`Query.${request.list}`, ...columns.map(({ coordinate }) => coordinate)]);
    const begun = { id, asker, purpose, request, query: text, variables, columns, terms, pageSize, totalCount: first.totalCount, beganAt: new Date().toISOString() };
    await this.#records.begin(begun);
    return this.find(id, { asker, locale });
  }

  /** @throws GraphQLError EXPORT_UNKNOWN */
  async find(id: string, { asker, locale }: Pick<Asking, 'asker' | 'locale'>): Promise<ExportRecord> {
    const record = await this.#records.find(asker, id);
    if (!record) throw codedError('EXPORT_UNKNOWN', locale);
    return record;
  }

  isRunning(id: string): boolean {
    return this.#running.has(id);
  }

  /** @throws GraphQLError EXPORT_UNKNOWN, EXPORT_UNDER_WAY */
  async remove(id: string, asking: Pick<Asking, 'asker' | 'locale'>): Promise<void> {
    await this.find(id, asking);
    if (this.isRunning(id)) throw codedError('EXPORT_UNDER_WAY', asking.locale);
    await this.#records.remove(asking.asker, id);
  }

  /** @throws GraphQLError EXPORT_UNKNOWN, EXPORT_UNFINISHED */
  async manifest(id: string, asking: Pick<Asking, 'asker' | 'locale'>): Promise<SignedManifest> {
    const { manifest } = await this.find(id, asking);
    if (!manifest) throw codedError('EXPORT_UNFINISHED', asking.locale);
    return manifest;
  }

  /**
   * Fetches the file, or what of it is behind a byte, page by page under the rights of now.
   * @throws GraphQLError EXPORT_UNKNOWN, EXPORT_UNDER_WAY, EXPORTS_TOO_MANY, and what the first page is refused with; the generator, what ends a later page
   */
  async fetch(id: string, from: number, asking: Asking): Promise<FetchedFile> {
    const record = await this.find(id, asking);
    const { asker, locale } = asking;
    if (this.isRunning(id)) throw codedError('EXPORT_UNDER_WAY', locale);
    const limit = this.#options.limits.EXPORTS_PER_PARTY;
    const came = [...this.#running.values()].filter((party) => party === asker.partyId).length;
    if (came >= limit) throw codedError('EXPORTS_TOO_MANY', locale, { came, limit, what: { en: 'being fetched at the same time', 'zh-CN': '同时获取中的' } });
    this.#running.set(id, asker.partyId);
    try {
      const position = filePosition(record, from);
      await this.#note(record.begun, { backTo: position.pages });
      const pages = position.end ? noPages() : this.#pages(record.begun, position, asking);
      // Before anything leaves, so that a refusal has a status of its own.
      const first = await pages.next();
      let read = false;
      const bytes = this.#bytes(record.begun, position, goOn(first, pages), locale, () => (read = true));
      const seconds = this.#options.limits.EXPORT_TIME_S;
      const tooLate = () => codedError('EXPORT_TIME', locale, { limit: seconds });
      return { begun: record.begun, position, bytes, time: Math.min(seconds * 1_000, longestTimer), tooLate, leave: () => void (read || this.#running.delete(id)) };
    } catch (error) {
      await this.#stopped(record.begun, error, locale).finally(() => this.#running.delete(id));
      throw error;
    }
  }

  async *#bytes(begun: BegunExport, { bytes }: FilePosition, pages: AsyncGenerator<ExportPage>, locale: Locale, onRead: () => void): AsyncGenerator<Buffer> {
    onRead();
    try {
      yield* exportFile({ begun, pages, goesOn: bytes > 0, note: (entry) => this.#note(begun, entry) });
      await this.#sign(begun);
    } catch (error) {
      await this.#stopped(begun, error, locale);
      throw error;
    } finally {
      this.#running.delete(begun.id);
    }
  }

  #pages(begun: BegunExport, { after, rows }: FilePosition, { contextFor, locale }: Asking): AsyncGenerator<ExportPage, void> {
    const { apollo, limits } = this.#options;
    const { request, query, variables, pageSize } = begun;
    const ask = (cursor: string | null) =>
      exportPage(apollo, { list: request.list, query, variables: { ...variables, first: pageSize, after: cursor }, context: contextFor(begun) });
    const most = request.format === 'xlsx' ? Math.min(limits.EXPORT_ROWS, longestSheet) : limits.EXPORT_ROWS;
    return exportedPages({ ask, after, rowsBefore: rows, limits: { ...limits, EXPORT_ROWS: most }, locale });
  }

  async #sign(begun: BegunExport): Promise<void> {
    const record = await this.#records.find(begun.asker, begun.id);
    if (!record) throw new Error('The record of an export is gone.');
    const text = `${JSON.stringify(exportManifest(record, new Date()), null, 2)}\n`;
    await this.#note(begun, { manifest: { text, signature: await signDetached(await this.key.key(), text, manifestVariant) } });
  }

  async #stopped(begun: BegunExport, error: unknown, locale: Locale): Promise<void> {
    const told = error instanceof GraphQLError ? error : codedError('INTERNAL_SERVER_ERROR', locale);
    if (told !== error) this.#options.log.error({ err: error }, 'an export stopped');
    await this.#note(begun, { problem: { code: String(told.extensions['code']), message: told.message } });
  }

  #note({ asker, id }: BegunExport, entry: ExportEntry): Promise<void> {
    return this.#records.add(asker, id, entry);
  }

  /** As many rows as are wanted and LIMIT_COST lets one operation give. @throws GraphQLError LIMIT_COST where not even one passes */
  #pageSize(wanted: number, text: string, variables: BegunExport['variables'], locale: Locale): number {
    const limit = this.#options.costs.of(this.#options.inForce.current.schema);
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('The query of an export has no operation.');
    for (let first = wanted; ; first = Math.floor(first / 2)) {
      try {
        limit.check(document, operation, { ...variables, first }, locale);
        return first;
      } catch (error) {
        if (first === 1) throw error;
      }
    }
  }
}

async function* noPages(): AsyncGenerator<ExportPage, void> {
  // Everything has left before.
}

async function* goOn(first: IteratorResult<ExportPage, void>, rest: AsyncGenerator<ExportPage, void>): AsyncGenerator<ExportPage, void> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
