import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { ExchangeTransaction } from './database.js';

/** Tells of a comment as of something that happened to the row: whoever may see the row learns of it, and nobody else. */
export function tellOfComment(
  unit: UnitOfWork<ExchangeTransaction>,
  what: 'PUT_ON_RECORD' | 'ANSWERED' | 'WITHDRAWN',
  on: { readonly subjectType: string; readonly subjectId: string; readonly row: Stamps },
): void {
  unit.emit({
    kind: ({ PUT_ON_RECORD: 'CommentPutOnRecord', ANSWERED: 'CommentAnswered', WITHDRAWN: 'CommentWithdrawn' } as const)[what],
    subjectType: on.subjectType,
    subjectId: on.subjectId,
    stamps: stampsOf(on.row),
    receivers: {},
  });
}
