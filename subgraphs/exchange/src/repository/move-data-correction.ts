import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { DataCorrection, Prisma } from '@hub/prisma/exchange/generated/client.js';
import { dataCorrectionMachine } from '../domain/data-correction-machine.js';
import type { ExchangeTransaction } from './database.js';

/** Moves a correction that is locked, by an act, with what the act changes besides, and tells the log. */
export async function moveDataCorrection(
  unit: UnitOfWork<ExchangeTransaction>,
  act: 'extendDataCorrection' | 'correctData' | 'rejectDataCorrection' | 'withdrawDataCorrection',
  correction: DataCorrection,
  changes: Prisma.DataCorrectionUpdateInput,
): Promise<ActResult> {
  const moved = await unit.tx.dataCorrection.update({ where: { id: correction.id }, data: { ...changes, ...dataCorrectionMachine.move(act, correction) } });
  unit.emit({ kind: 'DataCorrectionMoved', subjectType: 'DataCorrection', subjectId: moved.id, stamps: stampsOf(moved), receivers: {} });
  return { valueId: moved.id };
}
