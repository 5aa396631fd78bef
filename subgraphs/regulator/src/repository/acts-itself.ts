import { findParticipant } from '@hub/kernel/members/find-participant.js';
import type { RegulatorTransaction } from './database.js';

/** Whether a party acts at the hub itself: it has an account, and has not lost it. For any other the regulator enters what it says. */
export async function actsItself(tx: RegulatorTransaction, participantId: string | null): Promise<boolean> {
  return participantId !== null && (await findParticipant(tx, participantId))?.state === 'ACTIVE';
}
