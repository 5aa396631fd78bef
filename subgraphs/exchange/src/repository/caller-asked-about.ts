import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { Level, PartyKind, Role } from '@hub/schema/policy/terms/vocabulary.js';
import type { QueryExplainSharingArgs } from '../generated/graphql.js';

/** What is to be known of the party that is asked about. */
interface Party {
  readonly id: string;
  readonly kind: string;
  readonly level: string | null;
  readonly regionCode: string;
}

/** The caller that an explanation is about: who asks, unless another party, role or purpose is named. A role that there is not admits to nothing. */
export function callerAskedAbout(asking: Caller, party: Party, { partyId, role, purpose }: QueryExplainSharingArgs): Caller {
  const { id, kind, level, regionCode } = party;
  return {
    ...{ userId: asking.userId, partyId: id, kind: kind as PartyKind, level: (level ?? undefined) as Level | undefined, regionCode },
    role: (role ?? asking.role) as Role,
    purpose: purpose ?? (partyId == null ? asking.purpose : undefined),
  };
}
