import type { ParticipantChange } from '@hub/kernel/identity/membership-events.js';
import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { RegulatorTransaction } from '../repository/database.js';

/** A regulator that is admitted to the exchange, or changes (5.4.4), has its row in the register, under the same id. */
export const takeInRegulator: InboxHandler<RegulatorTransaction> = async (unit, event) => {
  const { id, kind, level, regionCode } = event.payload as unknown as ParticipantChange;
  if (kind !== 'REGULATOR' || level === null) return;
  await unit.tx.regulator.upsert({
    where: { id },
    create: { id, level, regionCode, holder: id, concerned: [] },
    update: { level, regionCode },
  });
};
