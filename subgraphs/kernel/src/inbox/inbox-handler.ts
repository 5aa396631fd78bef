import type { ReceivedEvent } from '../log/event.js';
import type { Logger } from '../service/logger.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { UnitOfWork } from '../unit-of-work/unit-of-work.js';

/**
 * Takes one event in, inside a unit of work of the receiver; what it throws is tried again, in order. What fits nothing known
 * is no reason to throw: it is kept or passed over, with a line in the log.
 */
export type InboxHandler<Tx extends Transaction = Transaction> = (
  unit: UnitOfWork<Tx>,
  event: ReceivedEvent,
  log: Logger,
) => Promise<void>;

/** What a receiver does with events, by source and kind, as `monitoring-center.AssessmentReportSubmitted`. */
export type InboxHandlers<Tx extends Transaction = Transaction> = Readonly<Record<string, InboxHandler<Tx>>>;
