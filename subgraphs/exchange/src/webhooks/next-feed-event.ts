import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import { execute, getOperationAST, GraphQLError, parse, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { AuditLog } from '@hub/kernel/audit/audit-log.js';
import type { WebhookStopReason } from '../repository/webhook-deliveries.js';
import type { Context } from '../context.js';
import { feedName } from '../repository/feed-log.js';

/** An event as the subscription exchangeEvents gives it (type FeedEvent of the SDL). */
export interface FedEvent {
  readonly cursor: string;
  readonly occurredAt: string;
  readonly kind: string;
  readonly exchangeEvent: FedEnvelope;
}

interface FedEnvelope {
  readonly id: string;
  /** Null where the terms close it to the reader. */
  readonly kind: string | null;
  readonly occurredAt: string | null;
}

/** What the feed has next for a reader: an event, or nothing up to a position; or why it cannot be read on. */
export type NextFeedEvent =
  | { readonly event: FedEvent; readonly position: number }
  | { readonly event: undefined; readonly position: number }
  | { readonly refused: WebhookStopReason };

const query = parse(`query WebhookEvent($after: String, $kinds: [String!]) { exchangeEvents(first: 1, after: $after, kinds: $kinds) {
  edges { cursor node { id owner kind subjectType subjectId occurredAt causedBy } } } }`);

const operation = operationOf(query);

interface Answer {
  readonly exchangeEvents: { readonly edges: readonly { readonly cursor: string; readonly node: FedEnvelope }[] } | null;
}

/**
 * Asks the query exchangeEvents, as the reader would, for what comes after a place: the terms, the rows and the cursors are those of
 * the query, for it is the query.
 *
 * @throws Error where it could not be answered for now
 */
export async function nextFeedEvent(
  { schema, audit }: { readonly schema: GraphQLSchema; readonly audit: AuditLog },
  context: Context,
  { epoch, position, kinds }: { readonly epoch: string; readonly position: bigint; readonly kinds: readonly string[] },
): Promise<NextFeedEvent> {
  const cursors = context.logs.cursorsOf(feedName);
  // Before the page: where that has nothing, nothing up to this head is there for the reader.
  const stretch = await context.repositories.feed.read(Number.MAX_SAFE_INTEGER, undefined, 1);
  const after = cursors.encode({ epoch, position: Number(position), offset: 0 });
  const variables = { after, kinds: kinds.length > 0 ? kinds : null };
  const result = await execute({ schema, document: query, contextValue: context, variableValues: variables });
  const list = (result.data as unknown as Answer | null | undefined)?.exchangeEvents;
  // A field that is closed to the reader is null, as in the query; only where the list itself is refused is there nothing to go on with.
  const faults = (result.errors ?? []).filter((error) => !isRefusal(error));
  if (faults[0]) throw faults[0].originalError ?? faults[0];
  if (!list) return { refused: reasonOf(result.errors?.find(({ path }) => path?.length === 1) ?? result.errors?.[0], context) };
  const edge = list.edges[0];
  if (!edge) return { event: undefined, position: stretch.head };
  await audit.record({ authority: context.authority, document: query, operation, variables, errors: result.errors ?? [] });
  const { cursor, node } = edge;
  const { position: found } = cursors.decode(cursor, { ...stretch, head: Number.MAX_SAFE_INTEGER }, context.locale);
  // Kind and time of the event itself are the feed's, as in the subscription.
  const [entry] = node.kind === null || node.occurredAt === null ? (await context.repositories.feed.read(found - 1, undefined, 1)).entries : [];
  const kind = node.kind ?? entry?.kind ?? '';
  const occurredAt = node.occurredAt ?? entry?.occurredAt.toISOString() ?? '';
  return { event: { cursor, occurredAt, kind, exchangeEvent: node }, position: found };
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const found = getOperationAST(document);
  if (!found) throw new Error('The query of webhooks has no operation.');
  return found;
}

/** A refusal of the cursor or of the terms stays one; anything else may pass. */
function isRefusal({ extensions: { code }, originalError }: GraphQLError): boolean {
  return typeof code === 'string' && /^(EVENT_CURSOR|SHARING)_/.test(code) && !isDatabaseUnavailable(originalError);
}

function reasonOf(error: GraphQLError | undefined, { authority }: Context): WebhookStopReason {
  if (!error) throw new Error('The feed was refused without a reason.');
  const code = String(error.extensions['code']);
  const { coordinate, terms, owner, ground } = authority.notes().refused.find((note) => note.coordinate === error.extensions['coordinate']) ?? { coordinate: 'ExchangeEvent.kind' };
  // The one argument of the query that reads what may be closed.
  return { code, parameters: { argument: 'kinds', coordinate, terms: terms ?? '', owner: owner ?? '', ground: ground ?? '' } };
}
