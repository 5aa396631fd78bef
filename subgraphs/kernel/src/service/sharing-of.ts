import type { OperationAuthority, SharingNotes } from '@hub/schema/policy/enforcement/operation-authority.js';

/** What `extensions.sharing` tells of an operation; undefined where the terms did nothing to it and all is fresh. Grants and what is stale are told only where there are any. */
export function sharingOf(authority: OperationAuthority): Partial<SharingNotes> | undefined {
  const { refused, masked, grants, stale } = authority.notes();
  if (refused.length === 0 && masked.length === 0 && grants.length === 0 && stale.length === 0) return undefined;
  return { refused, masked, ...(grants.length > 0 && { grants }), ...(stale.length > 0 && { stale }) };
}
