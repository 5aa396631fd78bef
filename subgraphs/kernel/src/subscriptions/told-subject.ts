import type { Stamps } from '@hub/schema/policy/decision/stamps.js';

/** One subject of one event, on its way to a subscriber: the source of the payload's execution. Made by an EventStream alone. */
export class ToldSubject {
  readonly id: string;
  readonly kind: string;
  readonly occurredAt: Date;
  /** The stamps that the event left its subject with: who may see that it happened. */
  readonly stamps: Stamps | undefined;
  /** Cursor from which reading goes on after this. */
  readonly cursor: string;

  constructor(told: { readonly id: string; readonly kind: string; readonly occurredAt: Date; readonly stamps: Stamps | undefined; readonly cursor: string }) {
    this.id = told.id;
    this.kind = told.kind;
    this.occurredAt = told.occurredAt;
    this.stamps = told.stamps;
    this.cursor = told.cursor;
  }
}
