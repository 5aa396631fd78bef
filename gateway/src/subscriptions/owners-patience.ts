import { setTimeout as delay } from 'node:timers/promises';
import type { AskSubgraph, SubgraphAnswer } from '../executor/ask-subgraph.js';

const shortestPause = 100;
const longestPause = 2_000;

/**
 * Waits a while for an owner that does not answer, so that no event is told in part because one was being restarted. Of an owner that was
 * waited for in vain nobody waits until it has answered again: who is away for hours holds up no other's events.
 */
export class OwnersPatience {
  readonly #milliseconds: number;
  readonly #givenUp = new Set<string>();

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  /** Asks like `ask`, and again where nobody answers. */
  with(ask: AskSubgraph, signal: AbortSignal): AskSubgraph {
    return async (request) => {
      const until = performance.now() + this.#milliseconds;
      for (let pause = shortestPause; ; pause = Math.min(pause * 2, longestPause)) {
        const answer = await ask(request);
        if (!unavailable(answer)) {
          this.#givenUp.delete(request.subgraph);
          return answer;
        }
        if (this.#givenUp.has(request.subgraph) || signal.aborted) return answer;
        if (performance.now() + pause > until) {
          this.#givenUp.add(request.subgraph);
          return answer;
        }
        await delay(pause, undefined, { signal }).catch(() => undefined);
      }
    };
  }
}

function unavailable({ errors }: SubgraphAnswer): boolean {
  return errors?.some(({ extensions }) => extensions?.['code'] === 'UPSTREAM_UNAVAILABLE') ?? false;
}
