import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/utils';
import type { Logger } from '../service/logger.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** Milliseconds. */
export interface UploadLocksPace {
  /** After which a lease ends that is not renewed. */
  readonly lease: number;
  /** Between two renewals, and two looks of who waits. */
  readonly look: number;
  /** How long a request waits for an upload. */
  readonly patience: number;
}

const take = `
  INSERT INTO kernel.upload_lock (upload_id, holder, until) VALUES ($1, $2::uuid, now() + $3::int * interval '1 millisecond')
  ON CONFLICT (upload_id) DO UPDATE SET holder = excluded.holder, until = excluded.until, wanted = false WHERE upload_lock.until < now()
  RETURNING upload_id`;
const want = 'UPDATE kernel.upload_lock SET wanted = true WHERE upload_id = $1 AND NOT wanted';
const renew = `UPDATE kernel.upload_lock SET until = now() + $3::int * interval '1 millisecond' WHERE upload_id = $1 AND holder = $2::uuid RETURNING wanted`;
const give = 'DELETE FROM kernel.upload_lock WHERE upload_id = $1 AND holder = $2::uuid';

/**
 * One request at a time for each upload, in whichever process of the owner (tus 1.0 leaves that to the server). Who comes later asks who has it to let go, for a client that
 * comes back is not held up by its own broken connection.
 */
export class UploadLocks implements Locker {
  readonly #database: Transaction;
  readonly #log: Logger;
  readonly #pace: UploadLocksPace;

  constructor(database: Transaction, log: Logger, pace: UploadLocksPace = { lease: 15_000, look: 500, patience: 30_000 }) {
    this.#database = database;
    this.#log = log;
    this.#pace = pace;
  }

  newLock(id: string): Lock {
    const holder = randomUUID();
    let renewing: NodeJS.Timeout | undefined;
    return {
      lock: async (signal, release) => {
        await this.#taken(id, holder, signal);
        renewing = setInterval(() => void this.#renew(id, holder, release), this.#pace.look).unref();
      },
      unlock: async () => {
        clearInterval(renewing);
        await this.#database.$executeRawUnsafe(give, id, holder);
      },
    };
  }

  async #taken(id: string, holder: string, signal: AbortSignal): Promise<void> {
    const { lease, look, patience } = this.#pace;
    for (const until = Date.now() + patience; !signal.aborted && Date.now() < until; ) {
      const [mine] = await this.#database.$queryRawUnsafe<unknown[]>(take, id, holder, lease);
      if (mine) return;
      await this.#database.$executeRawUnsafe(want, id);
      await delay(look / 2, undefined, { signal }).catch(() => undefined);
    }
    throw ERRORS.ERR_LOCK_TIMEOUT as unknown as Error;
  }

  /** Lets go where another waits, or where the lease was lost. */
  async #renew(id: string, holder: string, release: RequestRelease): Promise<void> {
    try {
      const [lease] = await this.#database.$queryRawUnsafe<{ wanted: boolean }[]>(renew, id, holder, this.#pace.lease);
      if (!lease || lease.wanted) await release();
    } catch (error) {
      this.#log.warn({ err: error, upload: id }, 'an upload cannot be kept to its request for longer; that is tried again');
    }
  }
}
