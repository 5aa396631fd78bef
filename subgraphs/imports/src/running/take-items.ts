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
/** Whether an answer of the hub by this code ends by itself. */
export function isPassing(code: unknown): boolean {
  return passing.has(code);
}

/** What nobody expected. */
const unexpected = 'INTERNAL_SERVER_ERROR';
const waits = { first: 250, longest: 10_000 };

export interface TakeItemsOptions {
  readonly act: string;
  readonly input: ActInput;
  /** Milliseconds for which a hub that is away is asked again. */
  readonly patience: number;
  /** Ends the patience. */
  readonly stopping: AbortSignal;
}

/**
 * Does the act on the items, as often as it takes until the hub has answered for each. Where something unexpected undid all of a
 * transaction, each is done in one of its own, so that it is told of the row whose it is.
 * @throws ImportStopped where it stays away, fails whatever it is sent, or does not let the caller do the act at all
 */
export async function takeItems(ask: AskHub, items: readonly object[], { act, input, patience, stopping }: TakeItemsOptions): Promise<readonly TakenItem[]> {
  const giveUp = Date.now() + patience;
  let bulk = input.bulk;
  for (let wait = waits.first; ; wait = Math.min(wait * 2, waits.longest)) {
    const query = `mutation Import($items: [${input.type}!]!) { ${act}(items: $items${bulk ? ', bulk: true' : ''}) { outcomes { disposition value { number } refusal { code message field } } } }`;
    const { data, errors = [] } = await ask({ query, variables: { items } });
    const outcomes = (data?.[act] as { outcomes: readonly TakenItem[] } | null | undefined)?.outcomes;
    const codes = [...errors.map(({ extensions }) => extensions?.code), ...(outcomes ?? []).map(({ refusal }) => refusal?.code)];
    const away = codes.find((code) => passing.has(code));
    if (away === undefined) {
      if (outcomes?.length !== items.length) throw new ImportStopped(errors[0]?.message ?? `The hub answered what no hub says to ${act}.`, { code: errors[0]?.extensions?.code });
      if (bulk && outcomes.some(isUnexpected)) {
        bulk = false;
        continue;
      }
      requireOwnFaults(outcomes);
      return outcomes;
    }
    const waited = Date.now() + wait <= giveUp && (await delay(wait, true, { signal: stopping }).catch(() => false));
    if (!waited) throw new ImportStopped(errors[0]?.message ?? `A part of the hub stays away (${String(away)}).`, { code: away, passing: true });
  }
}

function isUnexpected({ refusal }: TakenItem): boolean {
  return refusal?.code === unexpected;
}

/**
 * A row that fails unexpectedly among others that are taken in is refused by itself. Where several fail and none behind them is taken in,
 * or none at all is, it is the hub that fails, and the rows are to be sent again.
 * @throws ImportStopped
 */
function requireOwnFaults(outcomes: readonly TakenItem[]): void {
  const lastTaken = outcomes.findLastIndex(({ refusal }) => refusal === null);
  const [fault, ...more] = outcomes.slice(lastTaken + 1).filter(isUnexpected);
  if (fault && (more.length > 0 || lastTaken < 0)) throw new ImportStopped(fault.refusal?.message ?? '', { code: unexpected });
}
