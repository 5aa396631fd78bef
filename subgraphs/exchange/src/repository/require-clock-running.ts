import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { ExchangeTransaction } from './database.js';
import { correctionDuty } from './open-correction-duty.js';

/**
 * Locks what the caller owes upon a correction, before the correction itself, as whoever lets a clock run again does; so no pause begins or ends meanwhile.
 *
 * @throws Refusal CORRECTION_CLOCK_STANDS where its clock stands: nothing runs out of which more could be taken
 */
export async function requireClockRunning({ unit, caller }: ActScope<ExchangeTransaction>, correctionId: string): Promise<void> {
  const owed = await unit.tx.$queryRaw<{ id: string; paused_at: Date | null }[]>`
    SELECT id, paused_at FROM duty WHERE owner = 'exchange' AND kind = ${correctionDuty} AND subject_id = ${correctionId} AND holder = ${caller.partyId} AND state = 'OPEN'
    ORDER BY id FOR UPDATE`;
  for (const { id, paused_at: pausedAt } of owed) {
    if (pausedAt) throw new Refusal('CORRECTION_CLOCK_STANDS', { field: 'correctionId', parameters: { duty: id, since: pausedAt.toISOString() } });
  }
}
