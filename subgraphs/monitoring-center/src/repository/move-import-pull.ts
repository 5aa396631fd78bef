import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { Prisma } from '@hub/prisma/monitoring-center/generated/client.js';
import { importPullMachine } from '../domain/import-pull-machine.js';
import type { EndImportPullInput, PauseImportPullInput, ResumeImportPullInput, RunImportPullInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';

type Scope = ActScope<MonitoringCenterTransaction>;

/** Has a source pulled now (立即采集, 5.1.1), and after that as often as before. */
export function runImportPull(scope: Scope, input: RunImportPullInput): Promise<ActResult> {
  return move(scope, 'runImportPull', input, { nextAttemptAt: scope.unit.now });
}

/** Pauses a pull (暂停采集, 5.1.1); an import that it has started goes on. */
export function pauseImportPull(scope: Scope, input: PauseImportPullInput): Promise<ActResult> {
  return move(scope, 'pauseImportPull', input, { paused: { ...actRecord(scope.unit) }, pauseReason: requireText('reason', input.reason) });
}

/** Resumes a pull where it was (恢复采集, 5.1.1), in the name of who resumes it. */
export function resumeImportPull(scope: Scope, input: ResumeImportPullInput): Promise<ActResult> {
  const { unit } = scope;
  return move(scope, 'resumeImportPull', input, { reader: { ...actRecord(unit) }, failedAttempts: 0, stoppedBecause: Prisma.DbNull, paused: Prisma.DbNull, pauseReason: null, nextAttemptAt: unit.now });
}

/** Ends a pull for good (终止采集, 5.1.1). */
export function endImportPull(scope: Scope, input: EndImportPullInput): Promise<ActResult> {
  return move(scope, 'endImportPull', input, { ended: { ...actRecord(scope.unit) }, endReason: requireText('reason', input.reason) });
}

type Move = 'runImportPull' | 'pauseImportPull' | 'resumeImportPull' | 'endImportPull';

async function move({ unit, caller, admit }: Scope, act: Move, { importPullId: id, expectedRevision }: RunImportPullInput, data: Prisma.ImportPullUpdateInput): Promise<ActResult> {
  const { tx } = unit;
  // Held against whoever notes an attempt meanwhile; of its holder's alone: nobody waits for another's.
  await tx.$executeRaw`SELECT 1 FROM import_pull WHERE id = ${id} AND holder = ${caller.partyId} FOR UPDATE`;
  const pull = admit(await tx.importPull.findUnique({ where: { id } }), { type: 'ImportPull', id, field: 'importPullId', expectedRevision });
  const moved = await tx.importPull.update({ where: { id }, data: { ...importPullMachine.move(act, pull), ...data } });
  unit.emit({
    kind: { runImportPull: 'ImportPullAsked', pauseImportPull: 'ImportPullPaused', resumeImportPull: 'ImportPullResumed', endImportPull: 'ImportPullEnded' }[act],
    subjectType: 'ImportPull',
    subjectId: id,
    stamps: stampsOf(moved),
    receivers: {},
  });
  return { valueId: id };
}
