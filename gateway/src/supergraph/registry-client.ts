import { registryKeySet, type RegistryKeySet } from '@hub/kernel/identity/registry-key-set.js';
import { withEither } from '@hub/kernel/service/with-either.js';
import { tellReportingGateway } from '@hub/kernel/terms-in-force/reporting-gateway.js';
import { tellSchema, type ToldSchema } from '@hub/kernel/terms-in-force/told-schema.js';
import type { ContractVariant } from '@hub/schema/contract/contract-variants.js';
import type { Pool } from 'undici';
import type { DeliveredOperations } from '../limits/operations/delivered-operations.js';
import { ReportRefused } from '../usage/report-refused.js';
import { reportAnswer, type ReportAnswer } from '../usage/report-answer.js';
import type { UsageReport } from '../usage/usage-reporter.js';
import type { DeliveredSupergraph } from './delivered-supergraph.js';

const timeout = 5_000;
/** Within which the registry has taken in what was used: a report is no question that somebody waits for. */
const reportTimeout = 30_000;

/** For how long an answer may be kept waiting for news. */
export interface Waiting {
  readonly seconds: number;
  readonly signal?: AbortSignal;
}

/** What the gateway asks the registry, under its own service identity. */
export class RegistryClient {
  readonly #pool: Pool;
  readonly #token: () => Promise<string>;

  readonly #variant: ContractVariant | undefined;

  /** @param variant the contract that is wanted; the whole supergraph where none is named */
  constructor(pool: Pool, token: () => Promise<string>, variant?: ContractVariant) {
    this.#pool = pool;
    this.#token = token;
    this.#variant = variant;
  }

  /**
   * The supergraph in force, unless it is the one with this entity tag (RFC 9110 §13.1.2).
   * @param waiting for how many seconds the registry may keep the question until there is another, and what ends that
   * @param served what this gateway serves, which the registry is told
   */
  async supergraph(known: string | undefined, waiting: Waiting = { seconds: 0 }, served?: ToldSchema): Promise<DeliveredSupergraph | 'unchanged'> {
    const asked = new URLSearchParams({ ...(waiting.seconds > 0 && { wait: String(waiting.seconds) }), ...(this.#variant && { variant: this.#variant }) });
    const path = `/registry/supergraph${asked.size > 0 ? `?${asked}` : ''}`;
    const { statusCode, headers, text: sdl } = await this.#get(path, { ...(known && { 'if-none-match': known }), ...(served && tellSchema(served)) }, waiting);
    if (statusCode === 304) return 'unchanged';
    const { 'x-hub-signature': signature, etag } = headers;
    if (statusCode !== 200) throw new Error(`The registry answered ${statusCode} to the question for the supergraph: ${sdl.slice(0, 500)}`);
    if (typeof signature !== 'string') throw new Error('The registry delivered a supergraph without a signature.');
    return { sdl, signature, ...(typeof etag === 'string' ? { etag } : {}) };
  }

  /** The keys with which the registry signs */
  async keys(): Promise<RegistryKeySet> {
    const { statusCode, text } = await this.#get('/registry/keys', {});
    if (statusCode !== 200) throw new Error(`The registry answered ${statusCode} to the question for its keys.`);
    return registryKeySet.parse(JSON.parse(text));
  }

  /** The operations that are on the registry's list, unless it is the one with this entity tag. */
  async operations(known: string | undefined): Promise<DeliveredOperations | 'unchanged'> {
    const { statusCode, headers, text } = await this.#get('/registry/operations', known ? { 'if-none-match': known } : {});
    if (statusCode === 304) return 'unchanged';
    if (statusCode !== 200) throw new Error(`The registry answered ${statusCode} to the question for the list of operations: ${text.slice(0, 500)}`);
    const { 'x-hub-signature': signature, etag } = headers;
    return { text, ...(typeof signature === 'string' && { signature }), ...(typeof etag === 'string' && { etag }) };
  }

  /** Reports what operations were asked, by whom. @param instance the process that reports @throws ReportRefused where the registry will never take it; Error where it does not now */
  async reportUsage(report: UsageReport, instance: string): Promise<ReportAnswer> {
    const { statusCode, body } = await this.#pool.request({
      method: 'POST',
      path: '/registry/usage',
      headers: { authorization: `Bearer ${await this.#token()}`, 'content-type': 'application/json', ...tellReportingGateway(instance) },
      body: JSON.stringify(report),
      signal: AbortSignal.timeout(reportTimeout),
    });
    const text = await body.text();
    if (statusCode === 400 || statusCode === 413) throw new ReportRefused(`The registry answered ${statusCode} to a report of usage: ${text.slice(0, 500)}`);
    if (statusCode !== 200) throw new Error(`The registry answered ${statusCode} to a report of usage: ${text.slice(0, 500)}`);
    return reportAnswer.parse(JSON.parse(text));
  }

  async #get(path: string, headers: Readonly<Record<string, string>>, { seconds, signal }: Waiting = { seconds: 0 }) {
    const authorization = `Bearer ${await this.#token()}`;
    const late = AbortSignal.timeout(timeout + seconds * 1000);
    return withEither(signal ? [late, signal] : [late], async (either) => {
      const { statusCode, headers: told, body } = await this.#pool.request({ method: 'GET', path, headers: { ...headers, authorization }, signal: either });
      return { statusCode, headers: told, text: await body.text() };
    });
  }
}
