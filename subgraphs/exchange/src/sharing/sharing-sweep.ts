import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import type { ExchangeDatabase } from '../repository/database.js';
import { endSharingGrant } from '../repository/end-sharing-grant.js';
import { escalateSharingRequest } from '../repository/escalate-sharing-request.js';
import { lapseSharing } from '../repository/lapse-sharing.js';

const batch = 50;

export interface SharingSweepOptions {
  readonly database: ExchangeDatabase;
  /** The working days as they are known when it is asked. */
  readonly calendar: () => WorkingCalendar;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  readonly log: Logger;
}

/**
 * What time does at the sharing desk: it records that grants have expired, and passes on requests that were not answered in time or
 * whose holder is suspended or has left; and what was asked or granted while a party left ends too. Several processes may sweep at once: each row is locked by one and moved once.
 */
export function sharingSweep(options: SharingSweepOptions): RunningWork {
  return repeatedWork({ ...options, failed: 'the sharing desk could not be swept' }, async (signal) => {
    await expireGrants(options, signal);
    // In short transactions, one after the other.
    while ((await inUnitOfWork(options.database, circumstances(), lapseSharing)) && !signal.aborted);
    await escalateRequests(options, signal);
  });
}

async function expireGrants({ database }: SharingSweepOptions, signal: AbortSignal): Promise<void> {
  for (let found = batch; found === batch && !signal.aborted; ) {
    found = await inUnitOfWork(database, circumstances(), async (unit) => {
      const due = await unit.tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM sharing_grant WHERE state = 'IN_FORCE' AND until <= ${unit.now} ORDER BY until LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
      if (due.length === 0) return 0;
      for (const grant of await unit.tx.sharingGrant.findMany({ where: { id: { in: due.map(({ id }) => id) } } })) {
        await endSharingGrant(unit, 'SharingGrantEnded', 'EXPIRED', grant);
      }
      return due.length;
    });
  }
}

async function escalateRequests({ database, calendar, log }: SharingSweepOptions, signal: AbortSignal): Promise<void> {
  const stay: string[] = [];
  for (let found = batch; found === batch && !signal.aborted; ) {
    found = await inUnitOfWork(database, circumstances(), async (unit) => {
      const due = await unit.tx.$queryRaw<{ id: string }[]>`
        SELECT r.id FROM sharing_request r JOIN participant p ON p.id = r.holder
        WHERE r.state IN ('SUBMITTED', 'EXTENDED', 'ESCALATED') AND r.id <> ALL(${stay}::text[])
          AND (r.due_at <= ${unit.now} OR (p.state <> 'ACTIVE' AND r.state <> 'ESCALATED'))
        ORDER BY r.due_at LIMIT ${batch} FOR UPDATE OF r SKIP LOCKED`;
      if (due.length === 0) return 0;
      for (const request of await unit.tx.sharingRequest.findMany({ where: { id: { in: due.map(({ id }) => id) } } })) {
        try {
          if (!(await escalateSharingRequest(unit, request, calendar()))) stay.push(request.id);
        } catch (error) {
          // One that cannot be passed on now, such as for want of a calendar, holds back no other.
          if (!(error instanceof Refusal)) throw error;
          log.error({ err: error, request: request.number }, 'a request that was not answered in time cannot be passed on');
          stay.push(request.id);
        }
      }
      return due.length;
    });
  }
}

function circumstances() {
  return { owner: 'exchange', at: new Date(), actor: null, causedBy: [] };
}
