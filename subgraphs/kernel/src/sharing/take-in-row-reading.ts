import type { InboxHandler } from '../inbox/inbox-handler.js';

/**
 * Keeps a question of the exchange who may read a row (5.4.3 c), to be answered beside the inbox: `RowReadings`. The exchange hears its own questions to others as well,
 * without what they ask.
 */
export const takeInRowReading: InboxHandler = async ({ tx }, { id, subjectId, payload }) => {
  if (payload === null) return;
  await tx.$executeRawUnsafe('INSERT INTO kernel.row_reading (event_id, subject_id, asked) VALUES ($1::uuid, $2, $3::jsonb) ON CONFLICT DO NOTHING', id, subjectId, JSON.stringify(payload));
};
