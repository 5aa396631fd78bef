import type { AskHub, TakeInAnswer } from '@hub/imports/running/take-items.js';
import type { HubAddress } from './hub-at.js';

/** Asks a hub over the network; one that does not answer is told as one that is away. */
export function askHub({ url, token, language }: HubAddress): AskHub {
  return async (operation) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language, authorization: `Bearer ${token}` },
        body: JSON.stringify(operation),
        signal: AbortSignal.timeout(60_000),
      });
      const answer = (await response.json()) as TakeInAnswer;
      return response.status >= 500 ? away(answer.errors?.[0]?.message ?? `The hub answered ${response.status}.`) : answer;
    } catch (error) {
      const { cause, message } = error as Error & { cause?: { code?: string } };
      return away(`The hub at ${url} does not answer (${cause?.code ?? message}).`);
    }
  };
}

function away(message: string): TakeInAnswer {
  return { errors: [{ message, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] };
}
