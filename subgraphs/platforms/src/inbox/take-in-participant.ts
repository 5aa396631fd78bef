import type { ParticipantChange } from '@hub/kernel/identity/membership-events.js';
import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { PlatformsTransaction } from '../repository/database.js';
import { registerEnterprise } from '../repository/register-enterprise.js';
import { registerPlatform } from '../repository/register-platform.js';

/** A platform or an enterprise that is admitted to the exchange (5.4.4) gets its row in the register. */
export const takeInParticipant: InboxHandler<PlatformsTransaction> = async (unit, event) => {
  const { id, kind, name, uscc, regionCode } = event.payload as unknown as ParticipantChange;
  if (kind === 'PLATFORM') await registerPlatform(unit.tx, id);
  if (kind === 'ENTERPRISE') await registerEnterprise(unit.tx, { name, uscc, regionCode, participantId: id, role: null });
};
