import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { Prisma } from '@hub/prisma/monitoring-center/generated/client.js';
import { importPullMachine } from '../domain/import-pull-machine.js';
import type { RunImportPullInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';

type Move = 'runImportPull' | 'pauseImportPull' | 'resumeImportPull' | 'endImportPull';

/** Moves a pull by an act of its centre, and tells of it. */
export async function moveImportPull({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, act: Move, { importPullId: id, expectedRevision }: RunImportPullInput, data: Prisma.ImportPullUpdateInput): Promise<ActResult> {
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
