import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeTransaction } from './database.js';

/** So many corrections and comments of one party may wait for the owners' word. */
const mostWaiting = 50;
/** What was withdrawn before the owner's word was asked all the same, so long ago at most. */
const asked = '10 minutes';

/**
 * Refuses another question to an owner where many of the party are not answered yet: others' questions wait behind them.
 *
 * @throws Refusal READINGS_WAITING
 */
export async function requireFewWaiting(unit: UnitOfWork<ExchangeTransaction>, partyId: string): Promise<void> {
  // Of many at once each counts those before it.
  await unit.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`readings of ${partyId}`}))::text`;
  const [waiting] = await unit.tx.$queryRaw<{ count: number }[]>`
    SELECT ((SELECT count(*) FROM data_correction WHERE requester_id = ${partyId} AND (state = 'SUBMITTED' OR state = 'WITHDRAWN' AND held_by IS NULL AND requested_at > ${unit.now}::timestamptz - ${asked}::interval))
          + (SELECT count(*) FROM data_comment WHERE commenter_id = ${partyId} AND (state = 'SUBMITTED' OR state = 'WITHDRAWN' AND row_id IS NULL AND commented_at > ${unit.now}::timestamptz - ${asked}::interval)))::int AS count`;
  if (waiting && waiting.count >= mostWaiting) throw new Refusal('READINGS_WAITING', { parameters: { count: waiting.count, most: mostWaiting } });
}
