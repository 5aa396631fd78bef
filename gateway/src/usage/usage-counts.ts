import type { KnownOperation } from './known-operation.js';
import { other, useOfCoordinate } from './use-of-coordinate.js';

/** Who asks: the party of the token, and the client as it calls itself. */
export interface UsingClient {
  readonly partyId: string;
  /** Empty where it does not say. */
  readonly client: string;
}

/** How often one operation was asked by one client of a party on one day. */
export interface CountedUse extends UsingClient {
  readonly operation: KnownOperation;
  /** Day in Asia/Shanghai, counted from 1970-01-01. */
  readonly day: number;
  readonly requests: number;
}

export interface UsageCountsOptions {
  /** How many different uses are kept at most. */
  readonly atMost?: number;
  /** How many of one party, so that none crowds the others out with operations or clients of ever new names. */
  readonly ofParty?: number;
}

/** How many coordinates are kept at most for each use that may be kept. */
const coordinatesForUse = 5;
const milliseconds = { day: 86_400_000, shanghai: 8 * 3_600_000 } as const;

type Counted = { -readonly [Part in keyof CountedUse]: CountedUse[Part] };

/**
 * Counts uses in bounded memory. What finds no room is counted by the coordinates on which it relies, for its party: with what they are asked is told no more, and who asks them is. What finds no room there
 * either is counted as unrecorded, so that nobody takes the rest for everything.
 */
export class UsageCounts {
  readonly #atMost: number;
  readonly #mostOfParty: number;
  readonly #uses = new Map<string, Counted>();
  readonly #byCoordinate = new Map<string, Counted>();
  readonly #ofParty = new Map<string, number>();
  #unrecorded = 0;

  constructor({ atMost = 10_000, ofParty = 2_000 }: UsageCountsOptions = {}) {
    this.#atMost = atMost;
    this.#mostOfParty = ofParty;
  }

  /** Requests for which there was no room. */
  get unrecorded(): number {
    return this.#unrecorded;
  }

  get isEmpty(): boolean {
    return this.#uses.size === 0 && this.#byCoordinate.size === 0 && this.#unrecorded === 0;
  }

  count(operation: KnownOperation, { partyId, client }: UsingClient, now = Date.now()): void {
    this.add({ operation, partyId, client, day: dayAt(now), requests: 1 });
  }

  /** Adds uses that were counted before. */
  add(use: CountedUse): void {
    const { operation, partyId, client, day, requests } = use;
    const key = `${operation.hash} ${day} ${partyId}\n${client}`;
    const known = this.#uses.get(key);
    if (known) {
      known.requests += requests;
      return;
    }
    const ofParty = this.#ofParty.get(partyId) ?? 0;
    if (this.#uses.size >= this.#atMost || ofParty >= this.#mostOfParty) return this.addByCoordinate(use);
    this.#ofParty.set(partyId, ofParty + 1);
    this.#uses.set(key, { ...use });
  }

  /** Adds a use for which there is no room: one party's ever new operations keep nobody from knowing what all others do not use. */
  addByCoordinate({ operation: { coordinates }, partyId, day, requests }: Omit<CountedUse, 'client'>): void {
    let isWhole = true;
    for (const coordinate of coordinates) {
      const key = `${coordinate} ${day} ${partyId}`;
      const known = this.#byCoordinate.get(key);
      if (known) known.requests += requests;
      else if (this.#byCoordinate.size < this.#atMost * coordinatesForUse) this.#byCoordinate.set(key, { operation: useOfCoordinate(coordinate), partyId, client: other, day, requests });
      else isWhole = false;
    }
    if (!isWhole) this.#unrecorded += requests;
  }

  /** Counts requests of which nothing else can be told. */
  addUnrecorded(requests: number): void {
    this.#unrecorded += requests;
  }

  /** Adds all that others have counted. */
  addAll(others: UsageCounts): void {
    for (const use of others.#uses.values()) this.add(use);
    for (const use of others.#byCoordinate.values()) this.addByCoordinate(use);
    this.#unrecorded += others.#unrecorded;
  }

  /** All that was counted. */
  uses(): readonly CountedUse[] {
    return [...this.#uses.values(), ...this.#byCoordinate.values()];
  }
}

/** The day in Asia/Shanghai at a time, counted from 1970-01-01. */
export function dayAt(time: number): number {
  return Math.floor((time + milliseconds.shanghai) / milliseconds.day);
}

/** A day that was counted from 1970-01-01, as YYYY-MM-DD. */
export function dateOfDay(day: number): string {
  return new Date(day * milliseconds.day).toISOString().slice(0, 10);
}
