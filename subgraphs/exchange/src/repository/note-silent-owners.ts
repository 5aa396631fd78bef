import { catalogue } from '@hub/schema/generated/catalogue.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import { timelinessOf } from '../domain/timeliness-of.js';
import type { Repositories } from './repositories.js';

/**
 * Notes of which owners nothing was heard for longer than the terms of duties allow (时效, 5.4.3 b): desks, boards and the progress of plans are made of what all owners tell, and what one
 * of them has told since, or done, is not in them.
 */
export async function noteSilentOwners({ authority, repositories, now }: { readonly authority: OperationAuthority; readonly repositories: Repositories; readonly now: Date }): Promise<void> {
  const limits = catalogue.resources.filter(({ type }) => type === 'Duty').flatMap(({ fields }) => fields.map(({ freshness }) => freshness));
  for (const { owner, at } of await repositories.ownersHeard()) {
    if (limits.some((limit) => timelinessOf(limit, at, now) === 'STALE')) authority.noteStale({ owner, asOf: at.toISOString() });
  }
}
