import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { importRunMachine } from '../domain/import-run-machine.js';
import type { CancelImportInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Cancels an import (取消导入, 5.1.1); the batches that are under way are still noted, and no other is begun. */
export async function cancelImport({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, { importRunId, expectedRevision, reason }: CancelImportInput): Promise<ActResult> {
  const { tx, now } = unit;
  // Held, so that it does not come to its end meanwhile; of its holder's alone: nobody waits for another's.
  await tx.$executeRaw`SELECT 1 FROM import_run WHERE id = ${importRunId} AND holder = ${caller.partyId} FOR UPDATE`;
  const run = admit(await tx.importRun.findUnique({ where: { id: importRunId } }), { type: 'ImportRun', id: importRunId, field: 'importRunId', expectedRevision });
  const cancelled = await tx.importRun.update({
    where: { id: run.id },
    data: { ...importRunMachine.move('cancelImport', run), cancelled: { ...actRecord(unit) }, cancelReason: requireText('reason', reason), endedAt: now },
  });
  unit.emit({ kind: 'ImportCancelled', subjectType: 'ImportRun', subjectId: run.id, stamps: stampsOf(cancelled), receivers: {} });
  return { valueId: run.id };
}
