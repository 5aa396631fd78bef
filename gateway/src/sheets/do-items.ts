import type { ApolloServer } from '@apollo/server';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { ActForm } from '@hub/imports/sheets/act-form.js';
import { getNamedType, GraphQLError, isLeafType, isObjectType, type GraphQLFormattedError, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { brokenStatus } from '../answer/broken-status.js';
import type { GatewayContext } from '../gateway-context.js';

/** What an item of an act came to. */
export interface DoneItem {
  readonly outcome: 'DONE' | 'REFUSED' | 'NOT_SENT';
  readonly id?: string | undefined;
  readonly number?: string | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** What of the item it is about, as the refusal says. */
  readonly field?: string | undefined;
}

export interface ActDoing {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly query: string;
  readonly act: string;
  /** A context for each batch. */
  readonly contextFor: () => GatewayContext;
}

type Item = Readonly<Record<string, unknown>>;
interface Outcome {
  readonly value: { readonly id?: string; readonly number?: string } | null;
  readonly refusal: { readonly code: string; readonly message: string; readonly field: string | null } | null;
}

/** Items of one operation. */
const batchSize = 50;
/** Of values that GraphQL itself does not read: the whole operation is refused, and each item is asked alone. */
const unreadable = 'VALUE_INVALID';
/** What an item was refused for that nothing in its row would mend: it was not done, and is sent again. */
const notItsFault = new Set(['DATABASE_UNAVAILABLE', 'TRANSACTION_TIMED_OUT', 'TRANSACTION_UNDONE', 'INTERNAL_SERVER_ERROR']);

/** The operation by which an act is done, as anybody could ask it. */
export function doingQuery(schema: GraphQLSchema, { act, input }: Pick<ActForm, 'act' | 'input'>): string {
  const payload = schema.getMutationType()?.getFields()[act]?.type;
  const value = memberOf(memberOf(payload, 'outcomes'), 'value');
  const named = ['id', 'number'].filter((name) => isLeafType(memberOf(value, name)));
  return `mutation Sheet($items: [${input.name}!]!) { ${act}(items: $items) { outcomes { value { ${named.join(' ') || '__typename'} } refusal { code message field } } } }`;
}

/** What an owner answers to an act on nothing, once it has looked at who asks. */
const nothingToDo = 'LIST_TOO_LONG';

/** Asks whether whoever sends a sheet may do its act at all, by the act on nothing: rights are looked at before items. @throws GraphQLError where the act is denied, or cannot be asked for */
export async function requireMayDo(doing: ActDoing): Promise<void> {
  await doBatch([], doing).catch((error: unknown) => {
    if (!(error instanceof GraphQLError && error.extensions['code'] === nothingToDo)) throw error;
  });
}

/**
 * Does an act on items, batch by batch and in their order, as operations of whoever sends them. Where the hub fails on the way, what it did not answer is told as not sent: under the same keys it is sent again.
 * @throws GraphQLError where the act is denied, or nothing can be done at all
 */
export async function doItems(items: readonly Item[], doing: ActDoing): Promise<DoneItem[]> {
  const done: DoneItem[] = [];
  /** Up to which item each is sent alone. */
  let aloneUpTo = 0;
  while (done.length < items.length) {
    const batch = items.slice(done.length, done.length + (done.length < aloneUpTo ? 1 : batchSize));
    try {
      const told = await doBatch(batch, doing);
      if (told) done.push(...told);
      else aloneUpTo = done.length + batch.length;
    } catch (error) {
      if (!(error instanceof GraphQLError) || (done.length === 0 && aloneUpTo === 0)) throw error;
      const told = { outcome: 'NOT_SENT' as const, code: String(error.extensions['code']), message: error.message };
      return [...done, ...items.slice(done.length).map(() => told)];
    }
  }
  return done;
}

/** What became of each item of a batch; undefined where it holds one that cannot be read, for which the whole was refused. */
async function doBatch(batch: readonly Item[], doing: ActDoing): Promise<DoneItem[] | undefined> {
  const { apollo, query, act, contextFor } = doing;
  const context = contextFor();
  const { body, http } = await apollo.executeOperation({ query, variables: { items: batch }, operationName: 'Sheet' }, { contextValue: context });
  if (body.kind !== 'single') throw codedError('INTERNAL_SERVER_ERROR', context.locale);
  const { data, errors = [] } = body.singleResult;
  const outcomes = (data?.[act] as { outcomes?: Outcome[] } | null | undefined)?.outcomes;
  if (outcomes?.length === batch.length) return outcomes.map(ofOutcome);
  const [error] = errors;
  if (error?.extensions?.['code'] !== unreadable) throw error ? withStatus(error, http.status) : codedError('INTERNAL_SERVER_ERROR', context.locale);
  return batch.length === 1 ? [{ outcome: 'REFUSED', code: unreadable, message: error.message, field: fieldOf(error) }] : undefined;
}

/** Of the only item of an operation: "items.0.price.amount". */
function fieldOf({ extensions }: GraphQLFormattedError): string | undefined {
  const field = extensions?.['field'];
  return typeof field === 'string' ? field.replace(/^items\.0\./, '') : undefined;
}

function ofOutcome({ value, refusal }: Outcome): DoneItem {
  return refusal ? { outcome: notItsFault.has(refusal.code) ? 'NOT_SENT' : 'REFUSED', code: refusal.code, message: refusal.message, field: refusal.field ?? undefined } : { outcome: 'DONE', id: value?.id, number: value?.number };
}

function withStatus(error: GraphQLFormattedError, told: number | undefined): GraphQLError {
  const denied = String(error.extensions?.['code']) === 'ACT_NOT_PERMITTED';
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: denied ? 403 : brokenStatus(error, told) } } });
}

function memberOf(type: GraphQLOutputType | undefined, name: string): GraphQLOutputType | undefined {
  const inner = type && getNamedType(type);
  const member = isObjectType(inner) ? inner.getFields()[name] : undefined;
  return member && getNamedType(member.type);
}
