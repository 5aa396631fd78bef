import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import type { OutcomeRefusal } from '@hub/kernel/acts/outcome.js';
import { doBulkAct } from '@hub/kernel/acts/run-bulk-act.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { TakeIn, TakeInAnswer } from '@hub/imports/running/take-items.js';
import { getOperationAST, isInputObjectType, parse } from 'graphql';
import type { Context } from '../context.js';
import type { TakeInRiskInformationInput } from '../generated/graphql.js';
import { numbersOf } from '../repository/numbers-of.js';
import { rememberedRiskInformation } from '../repository/remembered-risk-information.js';
import { takeInRiskInformationInBulk } from '../repository/take-in-risk-information-in-bulk.js';
import type { AskedOwn } from './ask-own.js';
import { contextOfBeginner } from './context-of-beginner.js';
import { withDefaults } from './with-defaults.js';

const act = 'takeInRiskInformation';
const input = 'TakeInRiskInformationInput';

/** What each batch amounts to, as the log of accesses tells of it: the operation by which it would be sent. */
const document = parse(`mutation Import($items: [${input}!]!) { ${act}(items: $items, bulk: true) { outcomes { disposition value { number } refusal { code message field } } } }`);
const operation = getOperationAST(document);

/**
 * Takes the rows of an import in as whoever started it would by the act at /graphql: its terms, its input type, its receipts, its rows, its entry in the log of
 * accesses, and whether they still may is decided anew for each batch. What GraphQL would do besides, to write rows as an operation and read an answer of them, is left out.
 */
export function takeInOwn({ engine, member, locale, request }: AskedOwn): TakeIn {
  const type = engine.schema.getType(input);
  if (!operation || !isInputObjectType(type)) throw new Error(`The schema does not have ${act}.`);
  // The mapping has made each value as its field takes it.
  const inputOf = withDefaults(type);
  return async (items, together) => {
    const context = await contextOfBeginner({ engine, member, locale });
    if (!context) return { errors: [codedError('UPSTREAM_UNAVAILABLE', locale, { owner: 'exchange' })] };
    const { authority } = context;
    const recorded = async (answer: TakeInAnswer): Promise<TakeInAnswer> => {
      const onRecord = await engine.audit.record({ authority, document, operation, variables: {}, errors: answer.errors ?? [], request }).then(
        () => true,
        () => false,
      );
      return onRecord ? answer : { errors: [codedError('AUDIT_UNAVAILABLE', locale)] };
    };
    if (!authority.mayAct(act)) return recorded({ errors: [authority.refuseAct(act)] });
    try {
      return await recorded(await takenIn(context, items.map((item) => inputOf(item) as TakeInRiskInformationInput), together));
    } catch (error) {
      // It may have been done all the same.
      await recorded({ errors: [codedError('INTERNAL_SERVER_ERROR', locale)] });
      throw error;
    }
  };
}

async function takenIn(context: Context, items: readonly TakeInRiskInformationInput[], together: boolean): Promise<TakeInAnswer> {
  try {
    const done: Done[] = [];
    for (const part of together ? [items] : items.map((item) => [item])) done.push(...(await doneOn(context, part)));
    for (const result of done) context.authority.trace.act(act, 'valueId' in result ? 'DONE' : result.code);
    return { outcomes: await outcomesOf(context, done) };
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    return { errors: [codedError('DATABASE_UNAVAILABLE', context.locale)] };
  }
}

type Done = ActResult | OutcomeRefusal;

function doneOn(context: Context, items: readonly TakeInRiskInformationInput[]): Promise<Done[]> {
  const { complainantKeeping } = context;
  return doBulkAct(context, act, items, (scope, all) => takeInRiskInformationInBulk(scope, all, complainantKeeping), { rememberedBy: rememberedRiskInformation(complainantKeeping) });
}

/** With the number of each record that whoever started the import may read. */
async function outcomesOf({ authority, database }: Context, done: readonly Done[]): Promise<TakeInAnswer['outcomes']> {
  const records = await numbersOf(database, done.flatMap((result) => ('valueId' in result ? [result.valueId] : [])));
  const readable = records.filter((record) => {
    const stamps = stampsOf(record);
    return authority.opensRow('RiskInformation.id', stamps) && authority.permits('RiskInformation.number', authority.admit(record, stamps, 'RiskInformation'));
  });
  const numbers = new Map(readable.map(({ id, number }) => [id, { number }]));
  return done.map((result) =>
    'valueId' in result ? { disposition: result.detail ?? null, value: numbers.get(result.valueId) ?? null, refusal: null } : { disposition: null, value: null, refusal: result },
  );
}
