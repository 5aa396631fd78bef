import type { MemberName } from '@hub/kernel/service/subgraph-work.js';

/** Who began what goes on without a token, as the record of that act names them: a delegate with the user in whose stead, and the mapping by which a claim gave the role. */
export function beginnerOf(record: unknown): MemberName {
  const { userId, partyId, role, onBehalfOf, roleMapping } = record as MemberName;
  return { userId, partyId, role, onBehalfOf, roleMapping };
}
