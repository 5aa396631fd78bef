import type { ClientSubscription } from './client-subscription.js';
import { Cohort } from './cohort.js';
import type { OwnerSockets } from './owner-sockets.js';
import type { SubscriptionPlan } from './subscription-plan.js';

/** What a group tells whoever holds it. */
export interface GroupWatch {
  /** Nobody is left. */
  empty(): void;
  /** Something unexpected happened to these. */
  failed(members: readonly ClientSubscription[], error: unknown): void;
}

/**
 * Subscriptions with the same operation, variables and authorisation. Those at the same place of the log are one cohort, read for
 * together; who came with an older cursor or is slow reads apart, until it stands where others do. Nothing is dropped.
 */
export class SubscriptionGroup {
  readonly #sockets: OwnerSockets;
  readonly #watch: GroupWatch;
  readonly #cohorts = new Set<Cohort>();
  readonly #cohortOf = new Map<ClientSubscription, Cohort>();
  #plan: SubscriptionPlan;

  constructor(sockets: OwnerSockets, plan: SubscriptionPlan, watch: GroupWatch) {
    this.#sockets = sockets;
    this.#plan = plan;
    this.#watch = watch;
  }

  get subscriptions(): readonly ClientSubscription[] {
    return [...this.#cohortOf.keys()];
  }

  add(subscription: ClientSubscription): void {
    const { cursor } = subscription;
    for (const cohort of this.#cohorts) {
      if (cursor === undefined ? !cohort.live : cohort.cursor !== cursor) continue;
      cohort.add(subscription);
      this.#cohortOf.set(subscription, cohort);
      return;
    }
    this.#begin([subscription], cursor);
  }

  /** @returns whether it was there */
  remove(subscription: ClientSubscription): boolean {
    const cohort = this.#cohortOf.get(subscription);
    if (!cohort) return false;
    cohort.members.delete(subscription);
    this.#cohortOf.delete(subscription);
    if (cohort.members.size === 0) this.#dissolve(cohort);
    if (this.#cohortOf.size === 0) this.#watch.empty();
    return true;
  }

  /** Reads for a subscription by itself, after its own cursor: what was read for it waited too long. @returns whether it is there */
  readAnew(subscription: ClientSubscription): boolean {
    const cohort = this.#cohortOf.get(subscription);
    if (!cohort) return false;
    cohort.members.delete(subscription);
    this.#begin([subscription], subscription.cursor);
    if (cohort.members.size === 0) this.#dissolve(cohort);
    return true;
  }

  /** Goes on by another plan: the supergraph has changed. */
  replan(plan: SubscriptionPlan): void {
    this.#plan = plan;
    for (const cohort of this.#cohorts) cohort.replan(plan);
  }

  #begin(members: readonly ClientSubscription[], cursor: string | undefined): void {
    const cohort: Cohort = new Cohort(this.#sockets, this.#plan, cursor, members, {
      apart: (slow, from) => this.#begin(slow, from),
      moved: () => this.#join(cohort),
      failed: (error) => this.#watch.failed([...cohort.members], error),
    });
    this.#cohorts.add(cohort);
    for (const member of members) this.#cohortOf.set(member, cohort);
  }

  /** Lets a cohort go on with another that stands at the same place. */
  #join(cohort: Cohort): void {
    for (const other of this.#cohorts) {
      if (other === cohort || other.cursor !== cohort.cursor) continue;
      const [larger, smaller] = other.members.size < cohort.members.size ? [cohort, other] : [other, cohort];
      larger.live ||= smaller.live;
      for (const member of smaller.members) {
        larger.add(member);
        this.#cohortOf.set(member, larger);
      }
      return this.#dissolve(smaller);
    }
  }

  #dissolve(cohort: Cohort): void {
    cohort.stop();
    this.#cohorts.delete(cohort);
  }
}
