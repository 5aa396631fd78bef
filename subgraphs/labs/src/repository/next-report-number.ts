import { takeNumber, type Numbered } from '@hub/kernel/numbers/take-numbers.js';
import type { LabsTransaction } from './database.js';
import { isNumberUsed } from './is-number-used.js';

/** The next number of a lab's reports (报告编号, 3.3) by its rule; one that the lab has given by hand is passed over, for it is used. */
export async function nextReportNumber(tx: LabsTransaction, numbered: Numbered): Promise<string> {
  for (;;) {
    const number = await takeNumber(tx, 'INSPECTION_REPORT', numbered);
    if (!(await isNumberUsed(tx, { holder: numbered.holder, number }))) return number;
  }
}
