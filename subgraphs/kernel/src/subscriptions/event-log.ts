import type { Stamps } from '@hub/schema/policy/decision/stamps.js';

/** An entry of a log as a subscription needs it: that something of a kind happened, when, and to what. */
export interface LogEntry {
  readonly position: number;
  readonly kind: string;
  readonly occurredAt: Date;
  /** Ids of the subjects in order; one, unless the event tells of a batch. */
  readonly subjectIds: readonly string[];
  /** The stamps that the event left its subject with; absent where the subjects are rows that keep them. */
  readonly stamps?: Stamps;
}

/** What one reading of a log found, all seen at the same moment. */
export interface LogStretch {
  /** A restore from a backup begins a new one. */
  readonly epoch: string;
  /** Position of the first event that the log still keeps; positions are dense, so that nothing is missing after it. */
  readonly first: number;
  /** Position of the last event. */
  readonly head: number;
  /** In order of position. */
  readonly entries: readonly LogEntry[];
}

/** A log that subscriptions read: an owner's own, or the feed of all events. */
export interface EventLog {
  /** Name that cursors carry. */
  readonly name: string;
  /** Reads at most `limit` entries after a position; of the kinds named, or of all. */
  readonly read: (after: number, kinds: readonly string[] | undefined, limit: number) => Promise<LogStretch>;
}
