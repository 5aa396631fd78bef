import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import { execute, GraphQLError, parse, type GraphQLSchema } from 'graphql';
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
  readonly kind: string;
  readonly occurredAt: string;
}

/** What the feed has next for a reader: an event, or nothing up to a position; or why it cannot be read on. */
export type NextFeedEvent =
  | { readonly event: FedEvent; readonly position: number }
  | { readonly event: undefined; readonly position: number }
  | { readonly refused: string };

const query = parse(`query ($after: String, $kinds: [String!]) { exchangeEvents(first: 1, after: $after, kinds: $kinds) {
  edges { cursor node { id owner kind subjectType subjectId occurredAt causedBy } } } }`);

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
  schema: GraphQLSchema,
  context: Context,
  { epoch, position, kinds }: { readonly epoch: string; readonly position: bigint; readonly kinds: readonly string[] },
): Promise<NextFeedEvent> {
  const cursors = context.logs.cursorsOf(feedName);
  // Before the page: where that has nothing, nothing up to this head is there for the reader.
  const stretch = await context.repositories.feed.read(Number.MAX_SAFE_INTEGER, undefined, 1);
  const after = cursors.encode({ epoch, position: Number(position), offset: 0 });
  const result = await execute({
    schema,
    document: query,
    contextValue: context,
    variableValues: { after, kinds: kinds.length > 0 ? kinds : null },
  });
  const error = result.errors?.[0];
  if (error) return refusedBy(error);
  const edge = (result.data as unknown as Answer).exchangeEvents?.edges[0];
  if (!edge) return { event: undefined, position: stretch.head };
  const { cursor, node } = edge;
  const place = cursors.decode(cursor, { ...stretch, head: Number.MAX_SAFE_INTEGER }, context.locale);
  return { event: { cursor, occurredAt: node.occurredAt, kind: node.kind, exchangeEvent: node }, position: place.position };
}

/** A refusal of the cursor or of the terms stays one; anything else may pass. */
function refusedBy(error: GraphQLError): NextFeedEvent {
  const { code } = error.extensions;
  if (typeof code === 'string' && /^(EVENT_CURSOR|SHARING)_/.test(code) && !isDatabaseUnavailable(error.originalError)) return { refused: code };
  throw error.originalError ?? error;
}
