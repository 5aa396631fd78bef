import { owners } from '@hub/prisma/owner.js';
import { catalogue } from '@hub/schema/generated/catalogue.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import { timelinessOf } from '../domain/timeliness-of.js';
import type { Repositories } from './repositories.js';

/** Who tells of duties besides the exchange itself; the registry has none. */
const telling = owners.filter((owner) => owner !== 'exchange' && owner !== 'registry');
const limits = new Set(catalogue.resources.filter(({ type }) => type === 'Duty').flatMap(({ fields }) => fields.map(({ freshness }) => freshness)));

/**
 * Notes of which owners nothing was heard for longer than the terms of duties allow, or ever (时效, 5.4.3 b): desks, boards and the progress of plans are made of what these owners tell, and what one
 * of them has told since, or done, is not in them.
 */
export async function noteSilentOwners({ authority, repositories, now }: { readonly authority: OperationAuthority; readonly repositories: Repositories; readonly now: Date }): Promise<void> {
  const heard = new Map((await repositories.ownersHeard()).filter(({ at }) => at.getTime() > 0).map(({ owner, at }) => [owner, at]));
  for (const owner of telling) {
    const at = heard.get(owner);
    if ([...limits].some((limit) => timelinessOf(limit, at, now) === 'STALE')) authority.noteStale({ owner, ...(at && { asOf: at.toISOString() }) });
  }
}
