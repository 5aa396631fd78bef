import { setTimeout as delay } from 'node:timers/promises';
import type { TadaDocumentNode } from 'gql.tada';
import { ask } from './ask.js';
import type { Connection } from './connection.js';
import { HubError } from './hub-error.js';
import { isPassing, isRefusedForNow } from './passing.js';

export interface PerformOptions {
  /** Items of one request: a hundred unless said otherwise. */
  readonly batch?: number;
  /** How often a request is repeated where the hub does not answer, and after how many milliseconds. */
  readonly patience?: { readonly times: number; readonly wait: number };
}

/** How often an item that is refused for the moment is sent again at most: one that takes too long each time is too large. */
const mostRepeats = 5;

/** The variables of an act. */
export interface ItemsOfAct {
  readonly items: readonly unknown[];
}

/** What became of an item. */
export interface Performed<Data, Variables extends ItemsOfAct> {
  readonly item: Variables['items'][number];
  readonly outcome: OutcomesOf<Data>;
}

/** The outcomes of the only act of a document, one for each item. */
type OutcomesOf<Data> = NonNullable<Data[keyof Data]> extends { readonly outcomes: readonly (infer Outcome)[] } ? Outcome : never;

/**
 * Hands over any number of items by an act that takes `$items`, in batches, and gives each with its outcome, in order. A batch of which no answer came is sent again: each item carries an `idempotencyKey`,
 * under which the hub does nothing twice. So are single items that are refused for the moment, where the document asks for `refusal { code }`; what is refused still comes so. Items are read as they are handed over, so that a file of any length needs no memory.
 *
 * @throws HubError where the act is denied as a whole
 */
export async function* perform<Data, Variables extends ItemsOfAct>(
  connection: Connection,
  document: TadaDocumentNode<Data, Variables>,
  items: Iterable<Variables['items'][number]> | AsyncIterable<Variables['items'][number]>,
  { batch = 100, patience = { times: 60, wait: 1_000 } }: PerformOptions = {},
): AsyncGenerator<Performed<Data, Variables>> {
  const sendOnce = async (some: Variables['items'][number][]): Promise<OutcomesOf<Data>[]> => {
    for (let failed = 0; ; failed += 1) {
      try {
        const { data, errors } = await ask(connection, document, { items: some } as unknown as Variables);
        const [payload] = Object.values(data as Record<string, { outcomes: OutcomesOf<Data>[] } | null>);
        const outcomes = payload?.outcomes;
        // Where the act is denied, or its owner away, there is an answer and no outcome in it.
        if (outcomes?.length !== some.length) throw new HubError(errors, 200);
        return outcomes;
      } catch (error) {
        if (!isPassing(error) || failed >= patience.times) throw error;
        await delay(patience.wait);
      }
    }
  };
  const send = async (some: Variables['items'][number][]): Promise<Performed<Data, Variables>[]> => {
    const performed = (await sendOnce(some)).map((outcome, index) => ({ item: some[index], outcome }));
    for (let repeated = 0; repeated < Math.min(patience.times, mostRepeats); repeated += 1) {
      const refused = performed.flatMap(({ outcome }, index) => (isRefusedForNow(outcome) ? [index] : []));
      if (refused.length === 0) break;
      await delay(patience.wait);
      // Where it fails meanwhile, what was done is told all the same, and of these what they came to.
      const outcomes = await sendOnce(refused.map((index) => some[index])).catch(() => undefined);
      if (!outcomes) break;
      for (const [at, index] of refused.entries()) performed[index] = { item: some[index], outcome: outcomes[at] as OutcomesOf<Data> };
    }
    return performed;
  };
  let some: Variables['items'][number][] = [];
  for await (const item of items) {
    some.push(item);
    if (some.length < batch) continue;
    yield* await send(some);
    some = [];
  }
  if (some.length > 0) yield* await send(some);
}
