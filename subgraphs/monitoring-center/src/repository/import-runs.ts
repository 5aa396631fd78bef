import { randomUUID } from 'node:crypto';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { inUnitOfWork, type UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ImportRow, ImportRun } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MessageParameter } from '@hub/schema/errors/bilingual.js';
import type { ErrorCode } from '@hub/schema/errors/catalogue.js';
import { importRunMachine } from '../domain/import-run-machine.js';
import type { MonitoringCenterDatabase, MonitoringCenterTransaction } from './database.js';
import { keepImportFile } from './import-files.js';
import { insertRows } from './insert-rows.js';

/** An import that this process alone goes on with, until the lease ends. */
export type ClaimedImport = ImportRun & { readonly leaseId: string };

/** What became of one row, as it is kept. */
export type NotedRow = Omit<ImportRow, 'importRunId' | 'place'>;

/** How many of some rows became what, by column. */
export type NotedCounts = Pick<ImportRun, 'taken' | 'updated' | 'unchanged' | 'leftOut' | 'refused' | 'repaired'>;

/** Why an import comes to no end of its own: a code of the catalogue, with what its message names. */
export interface ImportRefusal {
  readonly code: ErrorCode;
  readonly parameters: Readonly<Record<string, MessageParameter>>;
}

/** After so many attempts in a row that ended by what nobody expected, or with their process, there is no other. */
export const mostFailures = 5;

/**
 * What imports that go on by themselves read and write of their rows. A lease keeps two processes from the same import, and what is
 * noted is noted under it; the order in which they were started, two imports from the same source. When a lease ends is said by the
 * database's clock, which all processes share.
 */
export function importRuns(database: MonitoringCenterDatabase) {
  /** Notes something of an import under its lease. @returns undefined where the lease has passed to another */
  const noted = <Result>({ id, leaseId }: ClaimedImport, note: (unit: UnitOfWork<MonitoringCenterTransaction>, run: ImportRun) => Promise<Result>): Promise<Result | undefined> =>
    inUnitOfWork(database, { owner: 'monitoring-center', at: new Date(), actor: null, causedBy: [] }, async (unit) => {
      await unit.tx.$queryRaw`SELECT id FROM import_run WHERE id = ${id} FOR UPDATE`;
      const run = await unit.tx.importRun.findFirst({ where: { id, leaseId } });
      return run ? note(unit, run) : undefined;
    });

  return {
    /**
     * Takes an import that no process goes on with: of the holder who has the fewest under way, the one that was started first. Of one holder's source only
     * the first that has not ended, and none while batches of one that was cancelled are under way. The attempt counts as failed until something is noted:
     * one that ends with its process says nothing.
     */
    async claim(leaseSeconds: number): Promise<ClaimedImport | undefined> {
      const leaseId = randomUUID();
      const taken = await database.$executeRaw`
        UPDATE import_run SET lease_id = ${leaseId}, leased_until = now() + make_interval(secs => ${leaseSeconds}::float8), failures = failures + 1
        WHERE id = (
          SELECT id FROM import_run r
          WHERE state = 'STARTED' AND (leased_until IS NULL OR leased_until <= now())
            AND NOT EXISTS (SELECT 1 FROM import_run o WHERE o.state = 'STARTED' AND o.holder = r.holder AND o.source = r.source AND (o.started_at, o.id) < (r.started_at, r.id))
            AND NOT EXISTS (SELECT 1 FROM import_run o WHERE o.leased_until > now() AND o.lease_id IS NOT NULL AND o.holder = r.holder AND o.source = r.source)
          ORDER BY (SELECT count(*) FROM import_run o WHERE o.leased_until > now() AND o.lease_id IS NOT NULL AND o.holder = r.holder), started_at, id
          LIMIT 1 FOR UPDATE SKIP LOCKED)`;
      return taken === 0 ? undefined : (((await database.importRun.findFirst({ where: { leaseId } })) as ClaimedImport | null) ?? undefined);
    },

    /** Keeps the lease for longer, also of an import that was cancelled. @returns whether it is to go on: not where the lease was lost, or it was cancelled */
    async renew({ id, leaseId }: ClaimedImport, leaseSeconds: number): Promise<boolean> {
      const [renewed] = await database.$queryRaw<{ state: string }[]>`
        UPDATE import_run SET leased_until = now() + make_interval(secs => ${leaseSeconds}::float8) WHERE id = ${id} AND lease_id = ${leaseId} RETURNING state`;
      return renewed?.state === 'STARTED';
    },

    /** Gives an import back, to be gone on with after some seconds. @param failed whether the attempt counts */
    async release({ id, leaseId }: ClaimedImport, afterSeconds: number, failed = false): Promise<void> {
      await database.$executeRaw`
        UPDATE import_run SET lease_id = NULL, leased_until = now() + make_interval(secs => ${afterSeconds}::float8), failures = GREATEST(failures - ${failed ? 0 : 1}, 0)
        WHERE id = ${id} AND lease_id = ${leaseId}`;
    },

    /** Notes how many rows the file has. @returns whether the lease holds */
    async noteLength(claimed: ClaimedImport, rowsInFile: number): Promise<boolean> {
      return (await noted(claimed, async (unit, run) => advanced(unit, await unit.tx.importRun.update({ where: { id: run.id }, data: { rowsInFile, failures: 0 } })))) !== undefined;
    },

    /**
     * Notes what became of the rows behind those that are done, also of an import that was cancelled meanwhile: they were taken in.
     * @returns the state of the import; undefined where the lease was lost
     */
    noteRows(claimed: ClaimedImport, rows: readonly NotedRow[], counts: NotedCounts): Promise<string | undefined> {
      return noted(claimed, async (unit, run) => {
        const numbered = rows.map((row, index) => ({ ...row, import_run_id: run.id, place: run.rowsDone + index + 1 }));
        await insertRows(unit.tx, 'import_row', numbered);
        const more = Object.fromEntries(Object.entries({ ...counts, rowsDone: rows.length }).map(([column, count]) => [column, { increment: count }]));
        return advanced(unit, await unit.tx.importRun.update({ where: { id: run.id }, data: { ...more, failures: 0 } }));
      });
    },

    /** Ends an import that has come to its last row, or that comes to none, and the lease of one that was cancelled meanwhile; its file is kept for some milliseconds more. */
    async end(claimed: ClaimedImport, refusal: ImportRefusal | undefined, keptFor: number): Promise<void> {
      await noted(claimed, async (unit, run) => {
        const cause = refusal ? 'ImportRefused' : 'ImportCompleted';
        await keepImportFile(unit.tx, { partyId: run.holder, hash: run.fileHash }, new Date(unit.now.getTime() + keptFor));
        const givenBack = { leaseId: null, leasedUntil: null };
        if (!importRunMachine.leadsFrom(cause, run)) return void (await unit.tx.importRun.update({ where: { id: run.id }, data: givenBack }));
        const data = { ...importRunMachine.move(cause, run), ...(refusal && { refusal: { ...refusal } }), endedAt: unit.now, ...givenBack };
        const ended = await unit.tx.importRun.update({ where: { id: run.id }, data });
        unit.emit({ kind: refusal ? 'ImportRefused' : 'ImportCompleted', subjectType: 'ImportRun', subjectId: run.id, stamps: stampsOf(ended), receivers: {} });
      });
    },
  };
}

export type ImportRuns = ReturnType<typeof importRuns>;

/** Tells that an import has got on. @returns its state */
function advanced(unit: UnitOfWork<MonitoringCenterTransaction>, run: ImportRun): string {
  unit.emit({ kind: 'ImportAdvanced', subjectType: 'ImportRun', subjectId: run.id, stamps: stampsOf(run), receivers: {} });
  return run.state;
}
