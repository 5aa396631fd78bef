import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { appendToFeed } from '../repository/append-to-feed.js';
import type { ExchangeTransaction } from '../repository/database.js';

/** Any event of any owner becomes part of the feed (5.4.4). */
export const takeInEvent: InboxHandler<ExchangeTransaction> = (unit, event) => appendToFeed(unit.tx, event);
