import { setTimeout as delay } from 'node:timers/promises';
import type { ActInput } from '../mapping/act-input.js';
import { ImportStopped } from './import-stopped.js';

/** What became of an item at the hub. */
export interface TakenItem {
  readonly disposition: string | null;
  readonly value: { readonly number: string } | null;
  readonly refusal: { readonly code: string; readonly message: string; readonly field: string | null } | null;
}

/** An operation of GraphQL by which items are taken in. */
export interface TakeInOperation {
  readonly query: string;
  readonly variables: { readonly items: readonly object[] };
}

export interface TakeInAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[];
}

/** Asks the hub, wherever it is: over the network, or the subgraph that the import runs in. */
export type AskHub = (operation: TakeInOperation) => Promise<TakeInAnswer>;

/** What ends by itself: the same items may be sent again, for their keys stay the same. */
const passing = new Set<unknown>(['UPSTREAM_UNAVAILABLE', 'DATABASE_UNAVAILABLE', 'AUDIT_UNAVAILABLE', 'TRANSACTION_TIMED_OUT', 'TRANSACTION_UNDONE', 'LIMIT_TIME_MS', 'ISSUER_UNAVAILABLE']);
const waits = { first: 250, longest: 10_000 };

export interface TakeItemsOptions {
  readonly act: string;
  readonly input: ActInput;
  /** Milliseconds for which a hub that is away is asked again. */
  readonly patience: number;
}

/**
 * Does the act on the items, as often as it takes until the hub has answered for each.
 * @throws ImportStopped where it stays away, or does not let the caller do the act at all
 */
export async function takeItems(ask: AskHub, items: readonly object[], { act, input, patience }: TakeItemsOptions): Promise<readonly TakenItem[]> {
  const query = `mutation Import($items: [${input.type}!]!) { ${act}(items: $items${input.bulk ? ', bulk: true' : ''}) { outcomes { disposition value { number } refusal { code message field } } } }`;
  const giveUp = Date.now() + patience;
  for (let wait = waits.first; ; wait = Math.min(wait * 2, waits.longest)) {
    const { data, errors = [] } = await ask({ query, variables: { items } });
    const outcomes = (data?.[act] as { outcomes: readonly TakenItem[] } | null | undefined)?.outcomes;
    const codes = [...errors.map(({ extensions }) => extensions?.code), ...(outcomes ?? []).map(({ refusal }) => refusal?.code)];
    const away = codes.find((code) => passing.has(code));
    if (away === undefined) {
      if (outcomes?.length === items.length) return outcomes;
      throw new ImportStopped(errors[0]?.message ?? `The hub answered what no hub says to ${act}.`);
    }
    if (Date.now() + wait > giveUp) throw new ImportStopped(errors[0]?.message ?? `A part of the hub stays away (${String(away)}).`, { passing: true });
    await delay(wait);
  }
}
