import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { Prisma } from '@hub/prisma/platforms/generated/client.js';
import { directionFulfilmentMachine } from '../domain/direction-fulfilment-machine.js';
import { directionReport, type DirectionReport } from '../domain/direction-report.js';
import type { ReportDirectionInput } from '../generated/graphql.js';
import type { PlatformsTransaction } from './database.js';

/** Tells the regulator what was done upon a direction (报告指令履行情况, 3.1 d); the final report ends what is owed. */
export async function reportDirection(
  { unit, caller, admit, preserve }: ActScope<PlatformsTransaction>,
  input: ReportDirectionInput,
): Promise<ActResult> {
  const { directionId: id, expectedRevision } = input;
  // Locked: reports that two officers send at once follow one upon the other, and units are counted once.
  await unit.tx.$queryRaw`SELECT id FROM direction_fulfilment WHERE id = ${id} AND holder = ${caller.partyId} FOR UPDATE`;
  const fulfilment = admit(await unit.tx.directionFulfilment.findUnique({ where: { id } }), {
    type: 'DirectionFulfilment',
    id,
    field: 'directionId',
    expectedRevision,
  });
  const before = fulfilment.reports as unknown as DirectionReport[];
  const report = directionReport(input, before, actRecord(unit));
  const { action, unitsAffected, unitsRecovered, final, evidence, reported } = report;
  const reports = [...before, report];
  const moved = await unit.tx.directionFulfilment.update({
    where: { id },
    data: {
      reports: reports as unknown as Prisma.InputJsonArray,
      unitsRecovered: { increment: unitsRecovered },
      ...directionFulfilmentMachine.move('reportDirection', fulfilment, final ? 'REPORTED' : 'RECEIVED'),
    },
  });
  await preserve({ field: 'evidence', subject: { type: 'DirectionFulfilment', id }, files: evidence });
  if (final) await unit.closeDuties('FulfilDirection', id);
  unit.emit({
    kind: 'DirectionReported',
    subjectType: 'DirectionFulfilment',
    subjectId: id,
    stamps: stampsOf(moved),
    receivers: {
      regulator: { directionId: id, addresseeId: moved.addresseeId, action, unitsAffected, unitsRecovered, final, reportedAt: reported.at },
    },
  });
  return { valueId: id };
}
