import type { ParticipantChange } from '@hub/kernel/identity/membership-events.js';
import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { PlatformsTransaction } from '../repository/database.js';
import { registerPlatform } from '../repository/register-platform.js';

/** A platform that is admitted to the exchange (5.4.4) gets its row in the register, under the same id. */
export const takeInPlatform: InboxHandler<PlatformsTransaction> = async (unit, event) => {
  const participant = event.payload as unknown as ParticipantChange;
  if (participant.kind === 'PLATFORM') await registerPlatform(unit.tx, participant.id);
};
