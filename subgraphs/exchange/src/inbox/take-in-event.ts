import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { keyTerms } from '@hub/schema/generated/key-terms.js';
import { appendToFeed } from '../repository/append-to-feed.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { dueForSearch } from '../repository/due-for-search.js';
import { restampCommentedRow } from '../repository/restamp-commented-row.js';

/** Any event of any owner becomes part of the feed (5.4.4), and says who may see its subject from now on; the search asks its owner for it again. */
export const takeInEvent: InboxHandler<ExchangeTransaction> = async (unit, event) => {
  await restampCommentedRow(unit.tx, keyTerms.get(event.subjectType)?.owner, event);
  await dueForSearch(unit.tx, event.subjectType, [event.subjectId]);
  await appendToFeed(unit.tx, event);
};
