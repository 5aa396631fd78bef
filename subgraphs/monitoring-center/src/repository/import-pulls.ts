import { randomUUID } from 'node:crypto';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { retryDelay } from '@hub/kernel/outbound/retry-delay.js';
import { inUnitOfWork, type UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { Prisma, type ImportPull, type ImportRun } from '@hub/prisma/monitoring-center/generated/client.js';
import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import { importPullMachine } from '../domain/import-pull-machine.js';
import type { MonitoringCenterDatabase, MonitoringCenterTransaction } from './database.js';
import type { ImportRefusal } from './import-runs.js';

/** A pull that this process alone attends to, until the lease ends. */
export type ClaimedPull = ImportPull & { readonly leaseId: string };

/** A state of a source: as it names it itself, and by its content. It says nothing where address or mapping are others. */
export interface SourceState {
  readonly url: string;
  readonly mapping: string;
  readonly mappingVersion: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly hash: string;
}

/** The state that an import takes in, and the place that the source is asked for after it. */
export interface PendingState extends SourceState {
  readonly cursorValue: string | null;
}

/** What an attempt came to. */
export type PullNote =
  | { readonly unchanged: true }
  | { readonly started: string; readonly pending: PendingState }
  | { readonly failure: ImportRefusal; /** Whether trying again would change nothing. */ readonly final?: boolean; /** Milliseconds, where the source says how long it is to be left alone. */ readonly askAgainAfter?: number | undefined }
  /** Nothing of the source's: the hub itself was away. */
  | { readonly again: true };

/** How long is waited after a failure, in seconds, and after how many in a row the pull is stopped. */
const retries = { firstSeconds: 60, longestSeconds: 6 * 3600 };
export const mostFailedAttempts = 10;
/** For how long a source is left alone at the most because it says so, in milliseconds: one that says a year has made a mistake. */
const longestAsked = 24 * 3_600_000;
/** How long where the hub itself was at fault, in seconds: none of these is counted against the source. */
const hubAway = { firstSeconds: 15, longestSeconds: 3600 };

/**
 * What pulls that go on by themselves read and write of their rows. A lease, not a lock, keeps two processes from the same source while it answers; when one is due and when
 * a lease ends is said by the database's clock, which all processes share.
 */
export function importPulls(database: MonitoringCenterDatabase) {
  /** Notes something of a pull and gives it free. Nothing is noted where the lease has passed to another. */
  const noted = (claimed: ClaimedPull, note: (unit: UnitOfWork<MonitoringCenterTransaction>, pull: ImportPull) => Promise<Prisma.ImportPullUpdateInput>): Promise<void> =>
    inUnitOfWork(database, { owner: 'monitoring-center', at: new Date(), actor: null, causedBy: [] }, async (unit) => {
      await unit.tx.$queryRaw`SELECT id FROM import_pull WHERE id = ${claimed.id} FOR UPDATE`;
      const pull = await unit.tx.importPull.findFirst({ where: { id: claimed.id, leaseId: claimed.leaseId } });
      if (!pull) return;
      const data = await note(unit, pull);
      // Asked for meanwhile, by runImportPull: what came in between does not put that off.
      const asked = pull.nextAttemptAt.getTime() !== claimed.nextAttemptAt.getTime() && { nextAttemptAt: pull.nextAttemptAt };
      await unit.tx.importPull.update({ where: { id: pull.id }, data: { ...data, ...asked, leaseId: null, leasedUntil: null } });
    });

  return {
    /** Takes the pull that is due first: whose time has come, or whose import has ended. */
    async claim(leaseSeconds: number): Promise<ClaimedPull | undefined> {
      const leaseId = randomUUID();
      const taken = await database.$executeRaw`
        UPDATE import_pull SET lease_id = ${leaseId}, leased_until = now() + make_interval(secs => ${leaseSeconds}::float8)
        WHERE id = (
          SELECT id FROM import_pull p
          WHERE state = 'ACTIVE' AND (leased_until IS NULL OR leased_until <= now())
            AND CASE WHEN pending IS NULL THEN next_attempt_at <= now() ELSE NOT EXISTS (SELECT 1 FROM import_run r WHERE r.id = p.import_run_id AND r.state = 'STARTED') END
          ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)`;
      return taken === 0 ? undefined : (((await database.importPull.findFirst({ where: { leaseId } })) as ClaimedPull | null) ?? undefined);
    },

    /** The import whose end is waited for. */
    runOf: ({ importRunId }: ClaimedPull): Promise<ImportRun | null> => database.importRun.findUnique({ where: { id: importRunId ?? '' } }),

    /** Notes the end of an import: what it took in to its last row is not fetched again; what it did not is. */
    settle(claimed: ClaimedPull, run: Pick<ImportRun, 'state' | 'refusal'> | null): Promise<void> {
      return noted(claimed, async (unit, pull) => {
        const settled = { pending: Prisma.DbNull };
        if (run?.state === 'COMPLETED') {
          const { cursorValue, ...taken } = pull.pending as unknown as PendingState;
          return { ...settled, taken, ...(cursorValue !== null && { cursorValue }), failedAttempts: 0 };
        }
        // Whoever cancelled it knows; it is fetched anew when its time has come.
        return run?.refusal == null ? settled : { ...settled, ...failed(unit, pull, run.refusal as unknown as ImportRefusal, {}) };
      });
    },

    /** Notes what an attempt came to. */
    note(claimed: ClaimedPull, note: PullNote): Promise<void> {
      return noted(claimed, async (unit, pull) => {
        const { now } = unit;
        if ('again' in note) return { faults: { increment: 1 }, nextAttemptAt: new Date(now.getTime() + retryDelay(pull.faults + 1, hubAway)) };
        const attempted = { lastAttemptAt: now, faults: 0 };
        if ('failure' in note) return { ...attempted, ...failed(unit, pull, note.failure, note) };
        const nextAttemptAt = new Date(now.getTime() + (durationInMilliseconds(pull.every) ?? 0));
        if ('unchanged' in note) return { ...attempted, nextAttemptAt, failedAttempts: 0 };
        return { ...attempted, nextAttemptAt, lastChangeAt: now, importRunId: note.started, runs: { increment: 1 }, pending: { ...note.pending } };
      });
    },
  };
}

export type ImportPulls = ReturnType<typeof importPulls>;

/** Counts a failure: it is tried again after a time that grows, not before the source wants to be asked, or stopped with the reason. */
function failed(unit: UnitOfWork<MonitoringCenterTransaction>, pull: ImportPull, failure: ImportRefusal, { final = false, askAgainAfter = 0 }: { readonly final?: boolean; readonly askAgainAfter?: number | undefined }): Prisma.ImportPullUpdateInput {
  const { now } = unit;
  const failedAttempts = pull.failedAttempts + 1;
  const told = { failedAttempts, lastFailure: { ...failure }, lastFailureAt: now, nextAttemptAt: new Date(now.getTime() + Math.max(retryDelay(failedAttempts, retries), Math.min(askAgainAfter, longestAsked))) };
  const stops = (final || failedAttempts >= mostFailedAttempts) && importPullMachine.leadsFrom('ImportPullStopped', pull);
  const move = stops ? importPullMachine.move('ImportPullStopped', pull) : undefined;
  const { state, reached } = move ?? pull;
  unit.emit({ kind: move ? 'ImportPullStopped' : 'ImportPullFailed', subjectType: 'ImportPull', subjectId: pull.id, stamps: stampsOf({ ...pull, state, reached }), receivers: {} });
  return { ...told, ...(move && { ...move, stoppedBecause: { ...failure } }) };
}
