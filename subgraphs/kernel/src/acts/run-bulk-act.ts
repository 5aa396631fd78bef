import { GraphQLError } from 'graphql';
import type { Refusal } from '../refusals/refusal.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { inUnitOfWork } from '../unit-of-work/unit-of-work.js';
import type { ActResult, RememberedBy } from './act-receipt.js';
import { actScope, type ActScope } from './act-scope.js';
import { actorOf } from './actor-of.js';
import { againWhereUndone } from './again-where-undone.js';
import { BulkReceipts } from './bulk-receipts.js';
import { outcomesOf, refusalOf, type Outcome, type OutcomeRefusal } from './outcome.js';
import { requireItem, requireItems } from './require-items.js';

/**
 * Does an act on all items in one transaction: for what comes in bulk, where a transaction and an event for each would take most of
 * the time. Idempotency is that of `runAct`, item by item, and so are refusals; but what nobody expected undoes all items, and each says so.
 *
 * @param perform does the items inside the transaction; gives for each, in order, the id of its value or the reason why it is refused
 * @param load reads the values by id after the commit, under the caller's own rights
 */
export async function runBulkAct<Tx extends Transaction, Input extends { readonly idempotencyKey: string }, Value>(
  context: SubgraphContext<Tx>,
  act: string,
  items: readonly Input[],
  perform: PerformBulk<Tx, Input>,
  load: (id: string) => Promise<Value | null>,
  options: RememberedBy<Input> = {},
): Promise<{ outcomes: Outcome<Value>[] }> {
  requireItems(items, context.locale);
  return { outcomes: await outcomesOf(context, act, await doBulkAct(context, act, items, perform, options), load) };
}

type PerformBulk<Tx extends Transaction, Input> = (scope: ActScope<Tx>, items: readonly Input[]) => Promise<readonly (ActResult | Refusal)[]>;

/** The same of however many items, of which nothing is read. @returns for each item, in order, what its receipt keeps, or why it is refused */
export async function doBulkAct<Tx extends Transaction, Input extends { readonly idempotencyKey: string }>(
  context: SubgraphContext<Tx>,
  act: string,
  items: readonly Input[],
  perform: PerformBulk<Tx, Input>,
  options: RememberedBy<Input> = {},
): Promise<(ActResult | OutcomeRefusal)[]> {
  const keys = new Set<string>();
  const done = new Map<Input, ActResult | OutcomeRefusal>();
  for (const item of items) {
    try {
      requireItem(item, keys);
    } catch (error) {
      done.set(item, refusalOf(error, context));
    }
  }
  const sound = items.filter((item) => !done.has(item));
  try {
    for (const [item, result] of await runItems(context, act, sound, perform, options)) done.set(item, 'valueId' in result ? result : refusalOf(result, context));
  } catch (error) {
    const refusal = refusalOf(error, context);
    for (const item of sound) done.set(item, refusal);
  }
  return items.flatMap((item) => done.get(item) ?? []);
}

async function runItems<Tx extends Transaction, Input extends { readonly idempotencyKey: string }>(
  context: SubgraphContext<Tx>,
  act: string,
  items: readonly Input[],
  perform: PerformBulk<Tx, Input>,
  { rememberedBy }: RememberedBy<Input>,
): Promise<Map<Input, ActResult | Refusal>> {
  if (items.length === 0) return new Map();
  const { authority, owner, database } = context;
  const { caller } = authority;
  const terms = authority.actTerms(act);
  if (!terms) throw new GraphQLError(`The act ${act} has no terms.`);
  const at = new Date();
  const receipts = await BulkReceipts.of({ partyId: caller.partyId, act }, items, rememberedBy);
  return againWhereUndone(() =>
    inUnitOfWork(database, { owner, at, actor: actorOf(caller), causedBy: [] }, async (unit) => {
      const before = await receipts.before(unit.tx, items);
      const fresh = items.filter((item) => !before.has(item));
      const results = await perform(actScope(act, terms, caller, unit, context), fresh);
      const performed = new Map(fresh.flatMap((item, index) => {
        const result = results[index];
        return result ? [[item, result] as const] : [];
      }));
      await receipts.keep(unit.tx, performed, at);
      return new Map([...before, ...performed]);
    }),
  );
}
