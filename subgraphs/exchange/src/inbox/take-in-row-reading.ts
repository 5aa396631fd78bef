import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { RowReadingAnswered } from '@hub/kernel/sharing/row-reading.js';
import { admitDataCorrection } from '../repository/admit-data-correction.js';
import type { RowReadingPurpose } from '../repository/ask-row-reading.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { putCommentOnRecord } from '../repository/put-comment-on-record.js';
import { tellReaders } from '../repository/tell-readers.js';
import { takeInEvent } from './take-in-event.js';

const takeIn: Readonly<Record<RowReadingPurpose, typeof admitDataCorrection>> = { CORRECTION: admitDataCorrection, NOTICES: tellReaders, COMMENT: putCommentOnRecord };

/** An owner has said who may read a row (5.4.3 c): what was waiting for that goes on. */
export const takeInRowReading: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  const answered = event.payload as unknown as RowReadingAnswered;
  await takeIn[answered.about as RowReadingPurpose]?.(unit, event.source, event.subjectId, answered);
  await takeInEvent(unit, event, log);
};
