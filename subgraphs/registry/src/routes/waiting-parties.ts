import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Locale } from '@hub/schema/errors/locale.js';

/** How many requests of one party may wait for news at once: a gateway hands on 64 of all together. */
const limit = 16;

/** Who waits for news of the supergraph, counted by party. */
export class WaitingParties {
  readonly #waiting = new Map<string, number>();

  /** @returns what to call when it waits no more @throws GraphQLError WAITS_TOO_MANY */
  enter(partyId: string, locale: Locale): () => void {
    const held = this.#waiting.get(partyId) ?? 0;
    if (held >= limit) throw codedError('WAITS_TOO_MANY', locale, { limit, what: { en: 'a new supergraph', 'zh-CN': '新超图' } });
    this.#waiting.set(partyId, held + 1);
    return () => {
      const left = (this.#waiting.get(partyId) ?? 1) - 1;
      if (left > 0) this.#waiting.set(partyId, left);
      else this.#waiting.delete(partyId);
    };
  }
}
