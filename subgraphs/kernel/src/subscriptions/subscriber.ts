import type { GraphQLError } from 'graphql';
import type { Member } from '../identity/member.js';
import { codedError } from '../refusals/coded-error.js';

/** Longest time-out that Node keeps (2³¹ − 1 ms); what expires later is looked at again. */
const longestTimer = 2_147_483_647;

/** Who holds a subscription, and what ends it: the token's expiry, the end of membership, the service, or the subscriber. */
export class Subscriber {
  readonly member: Member;
  readonly #controller = new AbortController();
  readonly #stopListening: () => void;
  #expiry: NodeJS.Timeout | undefined;
  #why: GraphQLError | undefined;

  constructor(member: Member) {
    this.member = member;
    this.#stopListening = member.onMembershipRead(() => this.#endUnlessMember());
    this.#awaitExpiry();
  }

  /** Aborts when the subscription ends, for whatever reason. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why it ended; undefined while it goes on, and where the subscriber itself left. */
  get why(): GraphQLError | undefined {
    return this.#why;
  }

  /** Ends because the service stops. */
  interrupt(): void {
    this.end(codedError('SUBSCRIPTION_INTERRUPTED', this.member.locale));
  }

  /** Ends and lets go of everything; without a reason, because the subscriber left. */
  end(why?: GraphQLError): void {
    if (this.signal.aborted) return;
    this.#why = why;
    clearTimeout(this.#expiry);
    this.#stopListening();
    this.#controller.abort();
  }

  #endUnlessMember(): void {
    try {
      this.member.caller();
    } catch (error) {
      this.end(error as GraphQLError);
    }
  }

  /** A token that was renewed meanwhile expires later: then it is awaited again. */
  #awaitExpiry(): void {
    const left = this.member.expiresAt - Date.now();
    if (left <= 0) return this.#endUnlessMember();
    this.#expiry = setTimeout(() => this.#awaitExpiry(), Math.min(left, longestTimer));
  }
}
