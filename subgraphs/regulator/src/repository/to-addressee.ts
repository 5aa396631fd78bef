import type { Json } from '@hub/kernel/log/event.js';

/** To whom an event of a notice is told: the platforms' subgraph, where an addressee with an account receives it; any other is reached outside the hub. */
export function toAddressee({ addresseeId }: { readonly addresseeId: string | null }, payload: Json): Readonly<Record<string, Json>> {
  return addresseeId === null ? {} : { platforms: payload };
}
