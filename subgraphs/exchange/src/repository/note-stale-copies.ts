import { catalogue } from '@hub/schema/generated/catalogue.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import { timelinessOf } from '../domain/timeliness-of.js';
import type { Repositories } from './repositories.js';

/**
 * Notes of which owners nothing was heard for longer than the terms of these types allow (时效, 5.4.3 b): what the exchange finds among its copies of their records may be
 * older than what the owners have.
 *
 * @param types such as `Sample`
 */
export async function noteStaleCopies({ authority, repositories, now }: { readonly authority: OperationAuthority; readonly repositories: Repositories; readonly now: Date }, types: readonly string[]): Promise<void> {
  const heard = new Map((await repositories.ownersHeard()).map(({ owner, at }) => [owner, at]));
  for (const { owner, fields } of catalogue.resources.filter(({ type }) => types.includes(type))) {
    const at = heard.get(owner);
    if (fields.some(({ freshness }) => timelinessOf(freshness, at, now) === 'STALE')) authority.noteStale({ owner, ...(at && { asOf: at.toISOString() }) });
  }
}
