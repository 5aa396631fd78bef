import type { Json } from '@hub/kernel/log/event.js';

/**
 * To whom an event of a direction is told: the platforms' subgraph, where addressees with an account receive it, and where the
 * register of enterprises is kept. A merchant without an account is reached outside the hub.
 */
export function throughPlatforms(
  { addresseeId, addresseeKind }: { readonly addresseeId: string | null; readonly addresseeKind: string },
  payload: Json,
): Readonly<Record<string, Json>> {
  return addresseeId !== null || addresseeKind === 'ENTERPRISE' ? { platforms: payload } : {};
}
