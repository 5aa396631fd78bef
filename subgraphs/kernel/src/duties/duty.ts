import type { DutyKind } from '@hub/schema/code-lists/duty-limits.js';

/** What somebody owes by a time (5.4.3 b). Lateness, desks and the board read it; nothing else keeps a deadline. */
export interface NewDuty {
  /** Verb and object of the act that is owed, such as DecideAssessmentReport: one that has a limit. */
  readonly kind: DutyKind;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly partyId: string;
  readonly role: string;
  readonly dueAt: Date;
  /** Parties besides the debtor who follow it: the one it is owed to. */
  readonly concerned: readonly string[];
  /** The undertaking that it is part of, by which progress is summed; absent where there is none. */
  readonly partOf?: string;
}
