import { randomUUID } from 'node:crypto';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { isUnstorableText } from '../refusals/is-unstorable-text.js';
import { Refusal } from '../refusals/refusal.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { ActResult } from './act-receipt.js';
import { isDatabaseUnavailable } from './is-database-unavailable.js';
import { isTransactionTimedOut } from './is-transaction-timed-out.js';
import { isTransactionUndone } from './is-transaction-undone.js';

/** A refusal as an outcome carries it (type Refusal of the SDL). */
export interface OutcomeRefusal {
  code: string;
  message: string;
  field: string | null;
  state: string | null;
  possibleFrom: string[] | null;
}

/** The outcome of one item: the value or the refusal, never both. */
export interface Outcome<Value> {
  value: Value | null;
  refusal: OutcomeRefusal | null;
  /** What the receipt keeps besides the value. */
  detail: string | null;
}

/** The outcomes of an act's items, in their order: notes each for the audit, and reads the values by id under the caller's own rights. */
export function outcomesOf<Tx extends Transaction, Value>(
  { authority }: Pick<SubgraphContext<Tx>, 'authority'>,
  act: string,
  done: readonly (ActResult | OutcomeRefusal)[],
  load: (id: string) => Promise<Value | null>,
): Promise<Outcome<Value>[]> {
  for (const result of done) authority.trace.act(act, 'valueId' in result ? 'DONE' : result.code);
  return Promise.all(
    done.map(async (result) =>
      'valueId' in result
        ? { value: await load(result.valueId), refusal: null, detail: result.detail ?? null }
        : { value: null, refusal: result, detail: null },
    ),
  );
}

/** What was thrown for an item, as its outcome carries it; what nobody expected is logged whole and told by a reference. */
export function refusalOf(error: unknown, context: { readonly locale: Locale; readonly log: SubgraphContext['log'] }): OutcomeRefusal {
  const refusal = error instanceof Refusal ? error : unexpected(error, context.log);
  const { code, details } = refusal;
  return {
    code,
    message: errorMessage(code, context.locale, details.parameters),
    field: details.field ?? null,
    state: details.state ?? null,
    possibleFrom: details.possibleFrom ? [...details.possibleFrom] : null,
  };
}

function unexpected(error: unknown, log: SubgraphContext['log']): Refusal {
  if (isUnstorableText(error)) return new Refusal('TEXT_UNSTORABLE');
  const reference = randomUUID();
  log.error({ err: error, reference }, 'an item of an act failed unexpectedly');
  if (isTransactionUndone(error)) return new Refusal('TRANSACTION_UNDONE');
  if (isTransactionTimedOut(error)) return new Refusal('TRANSACTION_TIMED_OUT');
  return isDatabaseUnavailable(error)
    ? new Refusal('DATABASE_UNAVAILABLE')
    : new Refusal('INTERNAL_SERVER_ERROR', { parameters: { reference } });
}
