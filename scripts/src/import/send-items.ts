import { setTimeout as delay } from 'node:timers/promises';
import type { ActInput } from '@hub/imports/mapping/act-input.js';
import type { HubAddress } from './hub-at.js';
import { ImportStopped } from './import-stopped.js';

/** What became of an item at the hub. */
export interface SentOutcome {
  readonly disposition: string | null;
  readonly value: { readonly number: string } | null;
  readonly refusal: { readonly code: string; readonly message: string; readonly field: string | null } | null;
}

interface Answer {
  readonly data?: Readonly<Record<string, { readonly outcomes: readonly SentOutcome[] } | null>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** What ends by itself: the same items may be sent again, for their keys stay the same. */
const passing = new Set(['UPSTREAM_UNAVAILABLE', 'DATABASE_UNAVAILABLE', 'AUDIT_UNAVAILABLE', 'TRANSACTION_TIMED_OUT', 'LIMIT_TIME_MS', 'ISSUER_UNAVAILABLE']);
const waits = { first: 250, longest: 10_000 };

export interface SendOptions {
  readonly act: string;
  readonly input: ActInput;
  /** Milliseconds for which a hub that is away is asked again. */
  readonly patience: number;
}

/**
 * Does the act on the items, as often as it takes until the hub has answered for each.
 * @throws ImportStopped where it stays away, or does not let the caller do the act at all
 */
export async function sendItems(hub: HubAddress, items: readonly object[], { act, input, patience }: SendOptions): Promise<readonly SentOutcome[]> {
  const query = `mutation Import($items: [${input.type}!]!) { ${act}(items: $items${input.bulk ? ', bulk: true' : ''}) { outcomes { disposition value { number } refusal { code message field } } } }`;
  const giveUp = Date.now() + patience;
  for (let wait = waits.first; ; wait = Math.min(wait * 2, waits.longest)) {
    const answer = await ask(hub, { query, variables: { items } });
    const outcomes = answer.data?.[act]?.outcomes;
    const codes = [...(answer.errors ?? []).map(({ extensions }) => extensions?.code ?? ''), ...(outcomes ?? []).map(({ refusal }) => refusal?.code ?? '')];
    if (!codes.some((code) => passing.has(code))) {
      if (outcomes?.length === items.length) return outcomes;
      throw new ImportStopped(answer.errors?.[0]?.message ?? `The hub answered what no hub says to ${act}.`);
    }
    if (Date.now() + wait > giveUp) throw new ImportStopped(answer.errors?.[0]?.message ?? `A part of the hub stays away (${codes.find((code) => passing.has(code)) ?? ''}).`);
    await delay(wait);
  }
}

async function ask({ url, token, language }: HubAddress, body: object): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language, authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const answer = (await response.json()) as Answer;
    return response.status >= 500 ? away(answer.errors?.[0]?.message ?? `The hub answered ${response.status}.`) : answer;
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return away(`The hub at ${url} does not answer (${cause?.code ?? message}).`);
  }
}

function away(message: string): Answer {
  return { errors: [{ message, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] };
}
