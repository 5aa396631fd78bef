import { randomUUID } from 'node:crypto';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { GraphQLError } from 'graphql';
import { codedError } from '../refusals/coded-error.js';
import { isUnstorableText } from '../refusals/is-unstorable-text.js';
import { Refusal } from '../refusals/refusal.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { inUnitOfWork } from '../unit-of-work/unit-of-work.js';
import { requireStorable } from '../validation/require-storable.js';
import { requireText } from '../validation/require-text.js';
import { claimReceipt, hashInput, keepReceipt, type ActResult } from './act-receipt.js';
import { actScope, type ActScope } from './act-scope.js';
import { isDatabaseUnavailable } from './is-database-unavailable.js';

/** The most items that one call of an act may carry. */
export const itemLimit = 500;

const keyLimit = 200;

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

/**
 * Does an act on each item, in order, one transaction each (Acts, ADR 0003).
 *
 * The same idempotency key and input give the first answer again; a refusal undoes its item and touches no other. What
 * was committed before a fault is reported as done.
 *
 * @param perform does the item inside its transaction and tells the id of the value; throws Refusal to refuse
 * @param load reads the values by id after the commits, under the caller's own rights
 */
export async function runAct<Tx extends Transaction, Input extends { readonly idempotencyKey: string }, Value>(
  context: SubgraphContext<Tx>,
  act: string,
  items: readonly Input[],
  perform: (scope: ActScope<Tx>, item: Input) => Promise<ActResult>,
  load: (id: string) => Promise<Value | null>,
): Promise<{ outcomes: Outcome<Value>[] }> {
  if (items.length < 1 || items.length > itemLimit) {
    throw codedError('LIST_TOO_LONG', context.locale, { limit: itemLimit, length: items.length });
  }
  const keys = new Set<string>();
  const done: (ActResult | OutcomeRefusal)[] = [];
  for (const item of items) {
    try {
      requireStorable(item);
      requireText('idempotencyKey', item.idempotencyKey, keyLimit);
      if (keys.has(item.idempotencyKey)) throw new Refusal('DUPLICATE_IN_LIST', { field: 'idempotencyKey' });
      keys.add(item.idempotencyKey);
      done.push(await runItem(context, act, item, perform));
    } catch (error) {
      done.push(refusalOf(error, context));
    }
  }
  for (const result of done) context.authority.trace.act(act, 'valueId' in result ? 'DONE' : result.code);
  return {
    outcomes: await Promise.all(
      done.map(async (result) =>
        'valueId' in result
          ? { value: await load(result.valueId), refusal: null, detail: result.detail ?? null }
          : { value: null, refusal: result, detail: null },
      ),
    ),
  };
}

function runItem<Tx extends Transaction, Input extends { readonly idempotencyKey: string }>(
  context: SubgraphContext<Tx>,
  act: string,
  item: Input,
  perform: (scope: ActScope<Tx>, item: Input) => Promise<ActResult>,
): Promise<ActResult> {
  const { authority, owner, database } = context;
  const { caller } = authority;
  const terms = authority.actTerms(act);
  if (!terms) throw new GraphQLError(`The act ${act} has no terms.`);
  const at = new Date();
  const actor = { userId: caller.userId, partyId: caller.partyId, role: caller.role };
  const key = { partyId: caller.partyId, act, idempotencyKey: item.idempotencyKey };
  return inUnitOfWork(database, { owner, at, actor, causedBy: [] }, async (unit) => {
    const before = await claimReceipt(unit.tx, key, hashInput(item), at);
    if (before) return before;
    const result = await perform(actScope(act, terms, caller, unit, context), item);
    await keepReceipt(unit.tx, key, result);
    return result;
  });
}

function refusalOf(error: unknown, context: { readonly locale: Locale; readonly log: SubgraphContext['log'] }): OutcomeRefusal {
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
  return isDatabaseUnavailable(error)
    ? new Refusal('DATABASE_UNAVAILABLE')
    : new Refusal('INTERNAL_SERVER_ERROR', { parameters: { reference } });
}
