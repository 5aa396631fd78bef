import type { Json } from '@hub/kernel/log/event.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { RowReadingAsked } from '@hub/kernel/sharing/row-reading.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeTransaction } from './database.js';

/** For what an owner is asked who reads a row. */
export type RowReadingPurpose = 'CORRECTION' | 'NOTICES' | 'COMMENT';

/**
 * Asks the owner of a row which of its fields readers may read now; it answers by event. The question is nobody's to see.
 *
 * @param subjectId what the answer is for: a correction or a comment
 */
export function askRowReading(unit: UnitOfWork<ExchangeTransaction>, owner: string, subjectId: string, asked: RowReadingAsked & { readonly about: RowReadingPurpose }): void {
  unit.emit({ kind: 'RowReadingAsked', subjectType: 'RowReading', subjectId, stamps: stampsOf({}), receivers: { [owner]: asked as unknown as Json } });
}
