import type { Answer } from './ask-hub';
import { retryable } from './hub-refusal';

/** Milliseconds before it is sent again, and again. */
const pauses = [500, 3_000];

/** Sends what may be sent twice until it is answered, three times at most: not where the hub has refused it, only where it could not be reached, or the owner did not answer in time. */
export async function untilAnswered<Data>(send: () => Promise<Answer<Data>>): Promise<Answer<Data>> {
  for (const pause of pauses) {
    const answer = await send().catch((error: unknown) => {
      if (!retryable(error)) throw error;
      return undefined;
    });
    if (answer !== undefined && !answer.refused.some(({ code }) => code === 'UPSTREAM_UNAVAILABLE')) return answer;
    await new Promise((resolve) => window.setTimeout(resolve, pause));
  }
  return send();
}
