import { setTimeout as delay } from 'node:timers/promises';
import { ImportStopped } from './import-stopped.js';

/** A row as the act takes it, under the key by which it is known when it is sent again. */
export interface NewItem extends Readonly<Record<string, unknown>> {
  readonly idempotencyKey: string;
}

/** What became of an item at the hub. */
export interface TakenItem {
  readonly disposition: string | null;
  readonly value: { readonly number: string } | null;
  readonly refusal: { readonly code: string; readonly message: string; readonly field: string | null } | null;
}

/** What became of each item, in their order; or why nothing is told of any. */
export interface TakeInAnswer {
  readonly outcomes?: readonly TakenItem[] | undefined;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[] | undefined;
}

/** Does the act on items at the hub, wherever it is: over the network, or in the subgraph that the import runs in. @param together whether in one transaction, else each in one of its own */
export type TakeIn = (items: readonly NewItem[], together: boolean) => Promise<TakeInAnswer>;

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
  /** Whether the act takes all items in one transaction. */
  readonly bulk: boolean;
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
export async function takeItems(takeIn: TakeIn, items: readonly NewItem[], { bulk, patience, stopping }: TakeItemsOptions): Promise<readonly TakenItem[]> {
  const giveUp = Date.now() + patience;
  let together = bulk;
  for (let wait = waits.first; ; wait = Math.min(wait * 2, waits.longest)) {
    const { outcomes, errors = [] } = await takeIn(items, together);
    const codes = [...errors.map(({ extensions }) => extensions?.code), ...(outcomes ?? []).map(({ refusal }) => refusal?.code)];
    const away = codes.find(isPassing);
    if (away === undefined) {
      if (outcomes?.length !== items.length) throw new ImportStopped(errors[0]?.message ?? 'The hub answered what no hub says to an import.', { code: errors[0]?.extensions?.code });
      if (together && outcomes.some(isUnexpected)) {
        together = false;
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
