import { gatewayHeader } from '@hub/kernel/audit/answers-ahead.js';
import { requestHeader } from '@hub/kernel/audit/request-header.js';
import { errors, type Pool } from 'undici';
import { CircuitBreaker } from './circuit-breaker.js';
import { ConcurrencyGate } from './concurrency-gate.js';
import { Flight } from './flight.js';
import { postJson, type Posted, type PostedRequest } from './post-json.js';
import { isCallersName } from './request-name.js';
import { RequestWait } from './request-wait.js';
import { readSubgraphAnswer, type SubgraphAnswerOverHttp } from './subgraph-answer.js';
import { Abandoned, CircuitOpen } from './upstream-failures.js';

/** How a subgraph is reached. */
export interface SubgraphClientOptions {
  readonly pool: Pool;
  readonly path: string;
  /** Milliseconds for one answer, waiting and connecting included. */
  readonly timeout: number;
  /** Whether identical queries under way for the same caller, purpose and language are asked once. */
  readonly share: boolean;
  readonly breaker?: CircuitBreaker;
  readonly gate?: ConcurrencyGate;
}

/** What a subgraph is asked for one caller. */
export interface SubgraphCall {
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** Who asks, in which language, for which purpose. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a subgraph answered, and where that came ahead of its entry in the audit log, when the entry is durable. */
export interface Asked {
  readonly answer: SubgraphAnswerOverHttp;
  readonly status: number;
  readonly recorded: Promise<void> | undefined;
}

/** Milliseconds after which nobody joins a query under way: its rights were decided when it began, and a grant may have ended since. */
const joinable = 1_500;

/** Asks one subgraph over HTTP, and protects it and those who wait for it: the caller's identity travels on, nothing of an answer is kept. */
export class SubgraphClient {
  readonly #options: SubgraphClientOptions;
  readonly #breaker: CircuitBreaker;
  readonly #gate: ConcurrencyGate;
  readonly #shared = new Map<string, { readonly flight: Flight<Posted>; readonly began: number }>();

  constructor(options: SubgraphClientOptions) {
    this.#options = options;
    this.#breaker = options.breaker ?? new CircuitBreaker();
    this.#gate = options.gate ?? new ConcurrencyGate();
  }

  /**
   * The subgraph's answer, read for this caller alone: what one changes another does not see. It is waited for until the signal says that
   * it need not come any more.
   * @throws Error where there is none
   */
  async ask(call: SubgraphCall, signal: AbortSignal): Promise<Asked> {
    if (signal.aborted) throw new Abandoned();
    const { status, text, recorded } = await this.#flight(call).join(signal);
    const answer = readSubgraphAnswer(text);
    if (!answer && status !== 401) throw new Error(`The subgraph answered ${status} without GraphQL.`);
    return { answer: answer ?? {}, status, recorded };
  }

  /** Whether an answer's entry in the audit log may wait for what is asked next: it keeps its place meanwhile, and half of them stay for what is asked next. */
  get letsEntriesWait(): boolean {
    return !this.#gate.halfTaken;
  }

  /** Says that entries of the audit log need not wait for more that is asked. Where it is not heard, they wait a moment. */
  hasten(headers: Readonly<Record<string, string>>): void {
    const authorization = `Bearer ${headers[gatewayHeader] ?? ''}`;
    this.#options.pool.request({ method: 'POST', path: '/audit/hasten', headers: { authorization } }).then(({ body }) => body.dump(), () => undefined).catch(() => undefined);
  }

  #flight(call: SubgraphCall): Flight<Posted> {
    const key = this.#options.share && call.kind === 'query' ? sharingKey(call) : undefined;
    const under = key === undefined ? undefined : this.#shared.get(key);
    if (under && performance.now() - under.began < joinable) return under.flight;
    const wait = new RequestWait(this.#options.timeout);
    const answer = this.#fly(call, wait).finally(() => {
      if (key !== undefined && this.#shared.get(key)?.flight === flight) this.#shared.delete(key);
    });
    const over = () => wait.done();
    void answer.then(({ recorded }) => recorded).then(over, over);
    const flight = new Flight(answer, (reason) => {
      // Whoever comes now begins anew.
      if (key !== undefined && this.#shared.get(key)?.flight === flight) this.#shared.delete(key);
      wait.giveUp(reason);
    });
    if (key !== undefined) this.#shared.set(key, { flight, began: performance.now() });
    return flight;
  }

  async #fly(call: SubgraphCall, wait: RequestWait): Promise<Posted> {
    if (!this.#breaker.admits()) throw new CircuitOpen('not asked, for the last requests were not answered');
    try {
      const turn = this.#gate.enter(wait);
      if (turn) await turn;
    } catch (error) {
      this.#breaker.abandoned();
      throw error;
    }
    let recorded: Promise<void> | undefined;
    try {
      const posted = await this.#post(call, wait);
      if (posted.status >= 500 && !readSubgraphAnswer(posted.text)) this.#breaker.failed();
      else this.#breaker.succeeded();
      ({ recorded } = posted);
      return posted;
    } catch (error) {
      if (error instanceof Abandoned) this.#breaker.abandoned();
      else this.#breaker.failed();
      throw error;
    } finally {
      const leave = () => this.#gate.leave();
      // The connection is the request's until its entry is written.
      if (recorded) void recorded.then(leave, leave);
      else leave();
    }
  }

  async #post({ kind, headers, body }: SubgraphCall, wait: RequestWait): Promise<Posted> {
    const { pool, path } = this.#options;
    const request: PostedRequest = { path, headers, body };
    try {
      return await postJson(pool, request, wait);
    } catch (error) {
      if (kind !== 'query' || wait.reason || !brokeOff(error)) throw error;
      return postJson(pool, request, wait);
    }
  }
}

/** Requests differ in the names that the gateway gave them, and in how long its own token has been there; what is asked, by whom, in which language and why, does not. */
function sharingKey({ headers: { [requestHeader]: name, [gatewayHeader]: own, ...who }, body }: SubgraphCall): string {
  // Whoever named its request finds its own entries by that name. Whoever does not vouch for its wait must not be handed an answer that came ahead of its entry.
  return `${JSON.stringify(who)} ${isCallersName(name) ? name : ''} ${own !== undefined}\n${body}`;
}

/** Whether a connection that stood broke before the answer was there, as when a subgraph closes one that it thinks idle. */
function brokeOff(error: unknown): boolean {
  if (error instanceof errors.SocketError) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'EPIPE';
}
