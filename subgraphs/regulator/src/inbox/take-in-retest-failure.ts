import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { RegulatorTransaction } from '../repository/database.js';
import { endRetest } from '../repository/end-retest.js';

/** What the centre tells of a retest that cannot be carried out (after 5.4.1). */
interface RetestImpossible {
  readonly retestId: string;
  readonly reason: string;
}

/** There is no retention sample, or it could not be tested: the objection is decided without a retest. */
export const takeInRetestFailure: InboxHandler<RegulatorTransaction> = async (unit, event) => {
  const { retestId, reason } = event.payload as unknown as RetestImpossible;
  await endRetest(unit, retestId, { cause: 'monitoring-center.RetestImpossible', impossibleReason: reason });
};
