import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { z } from 'zod';
import type { ExchangeTransaction } from '../repository/database.js';
import { dueForSearch } from '../repository/due-for-search.js';
import { takeInEvent } from './take-in-event.js';

/** What an owner tells the exchange alone of records that came in bulk: which they are. Logs from before the search do not have it; a walk finds those records. */
const batch = z.object({ ids: z.array(z.string()) });

/** The search asks for all records of a batch, of which the event itself names one. */
export const takeInBatch: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  const { data } = batch.safeParse(event.payload);
  if (data) await dueForSearch(unit.tx, event.subjectType, data.ids);
  await takeInEvent(unit, event, log);
};
