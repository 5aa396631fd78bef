import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import { inUnitOfWork, type UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { askReaders, nextCorrectionToTell } from '../repository/ask-readers.js';
import type { ExchangeDatabase, ExchangeTransaction } from '../repository/database.js';
import { nextCommentWithoutClock, openCommentDuty } from '../repository/open-comment-duty.js';
import { nextCorrectionToPassOn, passOnDataCorrection } from '../repository/pass-on-data-correction.js';

export interface CorrectionSweepOptions {
  readonly database: ExchangeDatabase;
  /** The working days as they are known when it is asked. */
  readonly calendar: () => WorkingCalendar;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  /** Seconds by which clocks may differ and logs come late. */
  readonly settling: number;
  readonly log: Logger;
}

type Unit = UnitOfWork<ExchangeTransaction>;

/**
 * What time does to corrections and comments (5.4.3 c): those that are admitted go to the holder when no embargo is left and their clock begins, and who read
 * what was wrong is looked for. Several processes may sweep at once: each row is locked by one and moved once.
 */
export function correctionSweep(options: CorrectionSweepOptions): RunningWork {
  const { calendar, settling } = options;
  return repeatedWork({ ...options, failed: 'corrections of data could not be swept' }, async (signal) => {
    await sweep(options, signal, (unit, except) => nextCorrectionToPassOn(unit, { settling, except }), async (unit, id) => {
      await passOnDataCorrection(unit, await unit.tx.dataCorrection.findUniqueOrThrow({ where: { id } }), calendar());
    });
    await sweep(options, signal, (unit, except) => nextCommentWithoutClock(unit, except), async (unit, id) => {
      await openCommentDuty(unit, await unit.tx.dataComment.findUniqueOrThrow({ where: { id } }), calendar());
    });
    await sweep(options, signal, (unit, except) => nextCorrectionToTell(unit, { settling, except }), async (unit, id) => {
      await askReaders(unit, await unit.tx.dataCorrection.findUniqueOrThrow({ where: { id } }));
    });
  });
}

/** Goes through what is found, each row in a transaction of its own: one that cannot go on now, such as for want of a calendar, holds back no other. */
async function sweep(
  { database, log }: CorrectionSweepOptions,
  signal: AbortSignal,
  next: (unit: Unit, except: readonly string[]) => Promise<{ id: string } | undefined>,
  move: (unit: Unit, id: string) => Promise<void>,
): Promise<void> {
  const stay: string[] = [];
  for (let more = true; more && !signal.aborted; ) {
    let found = undefined as { readonly id: string } | undefined;
    try {
      await inUnitOfWork(database, { owner: 'exchange', at: new Date(), actor: null, causedBy: [] }, async (unit) => {
        found = await next(unit, stay);
        if (found) await move(unit, found.id);
      });
      more = found !== undefined;
    } catch (error) {
      if (!found || isDatabaseUnavailable(error)) throw error;
      log.error({ err: error, id: found.id }, 'a correction or a comment cannot be passed on');
      stay.push(found.id);
    }
  }
}
