import type { IncomingHttpHeaders } from 'node:http';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { GraphQLError } from 'graphql';
import type { StartedSubscription, SubscribeRequest } from '../subscriptions/subscription-runner.js';

/** Who asks on a WebSocket, as far as the transport must know. */
export interface SocketMember<Self> {
  readonly locale: Locale;
  /** When the token expires, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** @throws GraphQLError UNAUTHENTICATED where they may not ask, or not any more */
  caller(): unknown;
  /** Goes on with the token of another, if that names the same user, party and role and is by the same issuer or key; else tells false. */
  renewWith(newer: Self): boolean;
}

/** Finds out who asks. @throws GraphQLError UNAUTHENTICATED, PURPOSE_UNKNOWN, DELEGATION_NOT_IN_FORCE */
export interface FindsMember<Member> {
  readonly member: (headers: IncomingHttpHeaders) => Promise<Member>;
  /** The name of one of the hub's own services. */
  readonly service: (headers: IncomingHttpHeaders) => Promise<string>;
}

/** Starts subscriptions and knows those that go on. */
export interface StartsSubscriptions<Member> {
  /** How many go on. */
  readonly count: number;
  /**
   * @param tellStart whether a first result without data tells the cursor at which it begins
   * @returns the errors with which it was refused, or the results to be pulled one by one
   */
  start(request: SubscribeRequest, member: Member, tellStart: boolean): Promise<StartedSubscription | readonly GraphQLError[]>;
  /** Ends all, each with the cursor to come back with. */
  interruptAll(): void;
}
