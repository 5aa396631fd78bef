import type { CodeListPublished } from '@hub/kernel/code-lists/code-list-published.js';
import type { Json } from '@hub/kernel/log/event.js';
import { owners } from '@hub/prisma/owner.js';

/** Owners that keep code lists: all but the registry, which has them. */
export const ownersOfLists: readonly string[] = owners.filter((owner) => owner !== 'registry');

/** What every other owner is told of a version of a code list: all of it, so that nobody has to ask the registry. */
export function toldOwners(told: CodeListPublished): Readonly<Record<string, Json>> {
  return Object.fromEntries(ownersOfLists.map((owner) => [owner, { ...told }]));
}
