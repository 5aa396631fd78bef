import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { StartsSubscriptions } from '@hub/kernel/sockets/socket-member.js';
import type { StartedSubscription } from '@hub/kernel/subscriptions/subscription-runner.js';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ClientSubscription } from './client-subscription.js';
import type { EventQueue } from './event-queue.js';
import type { OwnerSockets } from './owner-sockets.js';
import { SubscriptionGroup } from './subscription-group.js';
import type { PlansSubscriptions, SubscriptionPlan, SubscriptionRequest } from './subscription-plan.js';
import type { UsageRecorder } from '../usage/usage-recorder.js';
import type { TokenBearer } from './token-bearer.js';

/** A subscription whose results wait for its transport. */
interface GatewaysSubscription extends StartedSubscription {
  readonly results: EventQueue;
}

/** What the gateway's subscriptions are made of. */
export interface GatewaySubscriptionsOptions {
  readonly planner: PlansSubscriptions;
  readonly sockets: OwnerSockets;
  /** How many subscriptions one party may hold at a time. */
  readonly perParty: number;
  /** Counts what is subscribed. */
  readonly usage?: Pick<UsageRecorder, 'count'> | undefined;
  readonly maskErrors: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

/** A group with what it takes to plan it anew. */
interface Grouped {
  readonly group: SubscriptionGroup;
  readonly request: SubscriptionRequest;
}

/** All subscriptions of the gateway, grouped by what their payloads depend on. */
export class GatewaySubscriptions implements StartsSubscriptions<TokenBearer> {
  readonly #options: GatewaySubscriptionsOptions;
  readonly #groups = new Map<string, Grouped>();
  readonly #ofParty = new Map<string, number>();
  readonly #stopListening: () => void;
  #count = 0;
  #closing = false;

  constructor(options: GatewaySubscriptionsOptions) {
    this.#options = options;
    this.#stopListening = options.planner.onChange(() => this.#replanAll());
  }

  get count(): number {
    return this.#count;
  }

  /** Starts one whose text was admitted. */
  async start(request: SubscriptionRequest, bearer: TokenBearer): Promise<GatewaysSubscription | readonly GraphQLError[]> {
    const { locale } = bearer;
    try {
      if (this.#closing) throw codedError('SUBSCRIPTION_INTERRUPTED', locale);
      bearer.caller();
      const plan = this.#options.planner.plan(request, locale);
      this.#requireRoom(bearer);
      const { schema, document } = plan;
      this.#options.usage?.count(schema, document, request.operationName ?? undefined, bearer);
      return { schema, document, results: this.#subscribe(request, plan, bearer).queue };
    } catch (error) {
      return this.#told(error);
    }
  }

  /** Ends all, each with the cursor to come back with. */
  interruptAll(): void {
    this.#closing = true;
    for (const { group } of [...this.#groups.values()]) {
      for (const each of group.subscriptions) each.end(codedError('SUBSCRIPTION_INTERRUPTED', each.bearer.locale));
    }
  }

  async close(): Promise<void> {
    this.#stopListening();
    this.interruptAll();
    await this.#options.sockets.close();
  }

  #subscribe(request: SubscriptionRequest, plan: SubscriptionPlan, bearer: TokenBearer): ClientSubscription {
    const key = canonicalJson([request.query, request.operationName ?? null, plan.variables, bearer.authority]);
    const { group } = this.#groups.get(key) ?? this.#newGroup(key, request, plan);
    const { partyId } = bearer;
    this.#ofParty.set(partyId, this.#heldBy(partyId) + 1);
    this.#count += 1;
    const subscription = new ClientSubscription(bearer, plan.cursor, {
      left: (left) => {
        if (!group.remove(left)) return;
        this.#count -= 1;
        this.#ofParty.set(partyId, this.#heldBy(partyId) - 1);
        if (this.#heldBy(partyId) === 0) this.#ofParty.delete(partyId);
      },
      stale: (stale) => group.readAnew(stale),
    });
    group.add(subscription);
    subscription.awaitExpiry();
    return subscription;
  }

  #newGroup(key: string, request: SubscriptionRequest, plan: SubscriptionPlan): Grouped {
    const group = new SubscriptionGroup(this.#options.sockets, plan, {
      empty: () => {
        if (this.#groups.get(key)?.group === group) this.#groups.delete(key);
      },
      failed: (members, error) => {
        const [told] = this.#told(error);
        for (const member of members) if (told) member.end(told);
      },
    });
    const grouped = { group, request };
    this.#groups.set(key, grouped);
    return grouped;
  }

  #requireRoom({ partyId, locale }: TokenBearer): void {
    const { perParty } = this.#options;
    if (this.#heldBy(partyId) >= perParty) throw codedError('TOO_MANY_SUBSCRIPTIONS', locale, { limit: perParty });
  }

  #heldBy(partyId: string): number {
    return this.#ofParty.get(partyId) ?? 0;
  }

  /** A new supergraph ends only what is not valid in it. */
  #replanAll(): void {
    for (const { group, request } of [...this.#groups.values()]) {
      const { subscriptions } = group;
      const [first] = subscriptions;
      if (!first) continue;
      try {
        group.replan(this.#options.planner.plan(request, first.bearer.locale));
      } catch (error) {
        const [told] = this.#told(error);
        for (const each of subscriptions) if (told) each.end(told);
      }
    }
  }

  /** Errors as they are told; what is unexpected is masked. */
  #told(thrown: unknown): readonly GraphQLError[] {
    const errors: readonly unknown[] = thrown instanceof AggregateError ? thrown.errors : [thrown];
    return errors.map((error) => {
      const known = error instanceof GraphQLError ? error : new GraphQLError('unexpected', { originalError: error instanceof Error ? error : new Error(String(error)) });
      const { message, extensions } = this.#options.maskErrors(known.toJSON(), known);
      const { http: _http, ...told } = extensions ?? {};
      return new GraphQLError(message, { nodes: known.nodes ?? null, extensions: told });
    });
  }
}
