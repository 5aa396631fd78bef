import type { Json } from '@hub/kernel/log/event.js';
import { owners } from '@hub/prisma/owner.js';

/** What every owner is told, the exchange among them, for it has a replica like any other. */
export function toEveryOwner(told: object): Readonly<Record<string, Json>> {
  return Object.fromEntries(owners.map((owner) => [owner, told as Json]));
}
