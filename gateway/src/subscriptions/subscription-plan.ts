import type { Locale } from '@hub/schema/errors/locale.js';
import type { SubscribeRequest } from '@hub/kernel/subscriptions/subscription-runner.js';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import type { OwnersEvent } from './owners-event.js';

/** An operation as a client subscribes with it. */
export interface SubscriptionRequest extends SubscribeRequest {
  /** The cursor that a browser says it had last (`Last-Event-ID`); goes before the operation's own. */
  readonly resumeAfter?: string | undefined;
}

/** Who asks the owners of an event's other fields, and in which language. */
export interface Asking {
  /** The token that travels on, as the header has it. */
  readonly authorization: string;
  /** When that expires, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly locale: Locale;
  readonly purpose: string | undefined;
  /** Id of the delegation by which they act for another user. */
  readonly delegation: string | undefined;
}

/** What a client gets of one event. */
export interface EventResult {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions: Record<string, unknown> & { readonly cursor: string };
}

/** How a subscription is carried out: its owner tells of events, the other owners are asked for each. */
export interface SubscriptionPlan {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** The subgraph whose events these are. */
  readonly owner: string;
  /** What the owner is subscribed with, but for the cursor. */
  readonly primary: { readonly query: string; readonly operationName: string | undefined; readonly variables: Readonly<Record<string, unknown>> };
  /** Variable of `primary` that takes the cursor to go on after. */
  readonly after: string;
  /** Where the client wants to go on; undefined where it wants what comes from now on. */
  readonly cursor: string | undefined;
  /** The values of all variables but the cursor. */
  readonly variables: Readonly<Record<string, unknown>>;
  /**
   * Asks the other owners about an event, with fresh rights, and completes the client's payload; undefined where the token did not last
   * that long, and the event is to be read again with another.
   */
  complete(event: OwnersEvent, asking: Asking, signal: AbortSignal): Promise<EventResult | undefined>;
}

/** Plans subscriptions against the supergraph in force. */
export interface PlansSubscriptions {
  /** @throws GraphQLError, or an AggregateError of them, where the operation is not valid */
  plan(request: SubscriptionRequest, locale: Locale): SubscriptionPlan;
  /** Tells whenever another supergraph is in force; gives the way to stop that. */
  onChange(listener: () => void): () => void;
}
