import { GraphQLError } from 'graphql';
import type { SubgraphContext } from '../service/subgraph-context.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { inUnitOfWork } from '../unit-of-work/unit-of-work.js';
import { claimReceipt, inputHashes, keepReceipt, type ActResult, type RememberedBy } from './act-receipt.js';
import { actScope, type ActScope } from './act-scope.js';
import { actorOf } from './actor-of.js';
import { againWhereUndone } from './again-where-undone.js';
import { outcomesOf, refusalOf, type Outcome, type OutcomeRefusal } from './outcome.js';
import { requireItem, requireItems } from './require-items.js';

/** How an act is done that needs more than its transaction, or whose receipts may not know all of its input. */
export interface ActOptions<Input> extends RememberedBy<Input> {
  readonly again?: (error: unknown) => Promise<boolean>;
}

/**
 * Does an act on each item, in order, one transaction each (Acts, ADR 0003).
 *
 * The same idempotency key and input give the first answer again; a refusal undoes its item and touches no other. What
 * was committed before a fault is reported as done.
 *
 * @param perform does the item inside its transaction and tells the id of the value; throws Refusal to refuse
 * @param load reads the values by id after the commits, under the caller's own rights
 * @param options `again`: told why an item was undone, does outside of any transaction what it was missing, and says whether it is to be done once more; `rememberedBy`: see RememberedBy
 */
export async function runAct<Tx extends Transaction, Input extends { readonly idempotencyKey: string }, Value>(
  context: SubgraphContext<Tx>,
  act: string,
  items: readonly Input[],
  perform: (scope: ActScope<Tx>, item: Input) => Promise<ActResult>,
  load: (id: string) => Promise<Value | null>,
  options: ActOptions<Input> = {},
): Promise<{ outcomes: Outcome<Value>[] }> {
  requireItems(items, context.locale);
  const keys = new Set<string>();
  const done: (ActResult | OutcomeRefusal)[] = [];
  for (const item of items) {
    try {
      requireItem(item, keys);
      done.push(await runItem(context, act, item, perform, options));
    } catch (error) {
      done.push(refusalOf(error, context));
    }
  }
  return { outcomes: await outcomesOf(context, act, done, load) };
}

async function runItem<Tx extends Transaction, Input extends { readonly idempotencyKey: string }>(
  context: SubgraphContext<Tx>,
  act: string,
  item: Input,
  perform: (scope: ActScope<Tx>, item: Input) => Promise<ActResult>,
  { again, rememberedBy }: ActOptions<Input>,
): Promise<ActResult> {
  const { authority, owner, database } = context;
  const { caller } = authority;
  const terms = authority.actTerms(act);
  if (!terms) throw new GraphQLError(`The act ${act} has no terms.`);
  const key = { partyId: caller.partyId, act, idempotencyKey: item.idempotencyKey };
  for (;;) {
    const at = new Date();
    try {
      return await againWhereUndone(() =>
        inUnitOfWork(database, { owner, at, actor: actorOf(caller), causedBy: [] }, async (unit) => {
          const before = await claimReceipt(unit.tx, key, await inputHashes(item, rememberedBy), at);
          if (before) return before;
          const result = await perform(actScope(act, terms, caller, unit, context), item);
          await keepReceipt(unit.tx, key, result);
          return result;
        }),
      );
    } catch (error) {
      if (!(await again?.(error))) throw error;
    }
  }
}
