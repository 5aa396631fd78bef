import type { ReadMapping } from '@hub/imports/mapping/read-mapping.js';
import type { TakeIn, TakeInAnswer, TakenItem } from '@hub/imports/running/take-items.js';
import type { HubAddress } from './hub-at.js';

interface HubAnswer extends Pick<TakeInAnswer, 'errors'> {
  readonly data?: Readonly<Record<string, { readonly outcomes: readonly TakenItem[] } | null>> | null;
}

/** Has items taken in over the network, by the act that a mapping fills; a hub that does not answer is told as one that is away. */
export function takeInAt({ url, token, language }: HubAddress, { mapping: { fills: act }, input }: ReadMapping): TakeIn {
  return async (items, together) => {
    const query = `mutation Import($items: [${input.type}!]!) { ${act}(items: $items${together ? ', bulk: true' : ''}) { outcomes { disposition value { number } refusal { code message field } } } }`;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language, authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables: { items } }),
        signal: AbortSignal.timeout(60_000),
      });
      const { data, errors } = (await response.json()) as HubAnswer;
      return response.status >= 500 ? away(errors?.[0]?.message ?? `The hub answered ${response.status}.`) : { outcomes: data?.[act]?.outcomes, errors };
    } catch (error) {
      const { cause, message } = error as Error & { cause?: { code?: string } };
      return away(`The hub at ${url} does not answer (${cause?.code ?? message}).`);
    }
  };
}

function away(message: string): TakeInAnswer {
  return { errors: [{ message, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] };
}
