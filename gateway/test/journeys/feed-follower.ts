import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import { Follower } from '../follower.js';
import type { JourneyHub } from './journey-hub.js';

interface Fed {
  readonly exchangeEvents: { readonly exchangeEvent: { readonly id: string } };
}

/** A partner who follows the feed of all events, at the gateway or at the feed's own owner. */
export function feedFollower(hub: JourneyHub, asker: Asker, door: 'gateway' | 'exchange', after: string): Follower<Fed> {
  return new Follower<Fed>({
    url: () => (door === 'gateway' ? hub.url : (hub.subgraphs['exchange'] ?? '')),
    token: () => hub.token(asker),
    query: 'subscription ($after: String) { exchangeEvents(after: $after) { exchangeEvent { id } } }',
    idOf: ({ exchangeEvents }) => exchangeEvents.exchangeEvent.id,
    after,
  });
}
