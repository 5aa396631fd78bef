import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { SubjectCondition } from '@hub/schema/policy/decision/subject-scope.js';

/** The comments that a caller may see: its own, those to its own data, and those on record beside rows that it may see on the rows' own terms. */
export function visibleComments({ partyId }: Caller, visibleSubjects: SubjectCondition): Where {
  return {
    OR: [
      { commenterId: partyId },
      // Data that are shown to their holder no more are its own still.
      { holder: partyId },
      { state: { in: ['ON_RECORD', 'ANSWERED'] }, row: visibleSubjects },
    ],
  };
}
