import type { InboxHandlers } from '@hub/kernel/inbox/inbox-handler.js';
import { owners } from '@hub/kernel/service/subgraph-environment.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { takeInDutyClosed } from './take-in-duty-closed.js';
import { takeInDutyOpened } from './take-in-duty-opened.js';
import { takeInEvent } from './take-in-event.js';

/** All events of all owners, the exchange's own among them. */
export const inbox: InboxHandlers<ExchangeTransaction> = Object.fromEntries(
  owners.flatMap((owner) => [
    [`${owner}.*`, takeInEvent],
    [`${owner}.DutyOpened`, takeInDutyOpened],
    [`${owner}.DutyClosed`, takeInDutyClosed],
  ]),
);
