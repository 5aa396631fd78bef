import { setTimeout as delay } from 'node:timers/promises';
import { isTransactionUndone } from './is-transaction-undone.js';

const attempts = 3;
/** Milliseconds to wait at most before another attempt: those who were in each other's way do not begin at once again. */
const longestPause = 100;

/** Does in a transaction what may be undone for the sake of others (PostgreSQL 13.5), a few times, until it is kept. */
export async function againWhereUndone<R>(transaction: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === attempts || !isTransactionUndone(error)) throw error;
      await delay(Math.random() * longestPause);
    }
  }
}
