import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { Actor } from '../unit-of-work/actor.js';

/** JSON as it travels in events. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** An event to be written with the change that it tells of. */
export interface NewEvent {
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Where one event tells of many, such as the records of a batch: all of them in order, the first being `subjectId`. */
  readonly subjectIds?: readonly string[];
  /** The stamps of the subject after the change: who may see that it happened. */
  readonly stamps: Stamps;
  /** What each receiving subgraph is told; `exchange` gets the envelope of every event besides. */
  readonly receivers: Readonly<Record<string, Json>>;
}

/** An event as its receiver reads it. */
export interface ReceivedEvent {
  readonly source: string;
  readonly id: string;
  readonly position: number;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly occurredAt: string;
  readonly actor: Actor | null;
  readonly causedBy: readonly string[];
  readonly stamps: Stamps;
  readonly payload: Json;
}

/** A stretch of an owner's log as one receiver sees it. */
export interface LogPage {
  readonly epoch: string;
  /** Last position that the stretch covers, also where the receiver was told nothing. */
  readonly upTo: number;
  readonly events: readonly Omit<ReceivedEvent, 'source'>[];
}
