import type { UsingClient } from './usage-counts.js';
import { other } from './use-of-coordinate.js';

/** What the registry keeps of one party and day at most. */
export interface DailyBoundsOptions {
  /** Clients by name. */
  readonly clients?: number;
  /** Operations, each once for every client that asks it. */
  readonly operations?: number;
}

/** Characters of a party's id that the registry keeps at most. What a token names besides is no party's, and is refused by every owner. */
const longestId = 200;

/** Whether a party is one that may be one of the hub's. */
export function isParty(partyId: string): boolean {
  return partyId.length <= longestId && !partyId.includes('\0');
}

/** Keeps one party from filling the registry with clients and operations of ever new names: what is beyond the bounds of a day is told from the rest no more. */
export class DailyBounds {
  readonly #clients: number;
  readonly #operations: number;
  readonly #ofParty = new Map<string, { readonly clients: Set<string>; readonly operations: Set<string> }>();
  #day: number | undefined;

  constructor({ clients = 50, operations = 5_000 }: DailyBoundsOptions = {}) {
    this.#clients = clients;
    this.#operations = operations;
  }

  /** The client under which a request is to be counted; undefined where there is no room for its operation. */
  admit(hash: string, { partyId, client }: UsingClient, day: number): string | undefined {
    if (day !== this.#day) this.#ofParty.clear();
    this.#day = day;
    let seen = this.#ofParty.get(partyId);
    if (!seen) this.#ofParty.set(partyId, (seen = { clients: new Set(), operations: new Set() }));
    const named = seen.clients.has(client) || seen.clients.size < this.#clients ? client : other;
    const asked = `${hash} ${named}`;
    if (!seen.operations.has(asked) && seen.operations.size >= this.#operations) return undefined;
    seen.clients.add(named);
    seen.operations.add(asked);
    return named;
  }
}
