import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { DataCorrection } from '@hub/prisma/exchange/generated/client.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { dataCorrectionMachine } from '../domain/data-correction-machine.js';
import { limitEnds } from '../domain/limit-ends.js';
import type { ExchangeTransaction } from './database.js';
import { correctionDuty, openCorrectionDuty } from './open-correction-duty.js';
import { shownUntil } from './shown-until.js';

/** The next correction that is to be passed on now, locked: admitted, and under no embargo that it would break (5.2.2). */
export async function nextCorrectionToPassOn(unit: UnitOfWork<ExchangeTransaction>, { settling, except }: { readonly settling: number; readonly except: readonly string[] }): Promise<{ id: string } | undefined> {
  const [found] = await unit.tx.$queryRaw<{ id: string }[]>`
    WITH ${shownUntil(settling)}
    SELECT c.id FROM data_correction c LEFT JOIN open ON open.id = c.requester_id
    WHERE c.state = 'ADMITTED' AND (NOT c.secret OR c.requested_at < open.until) AND c.id <> ALL(${[...except]}::text[])
    ORDER BY c.requested_at, c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED`;
  return found;
}

/**
 * Passes a correction that is locked to the holder, whose clock begins with it (5.4.3 b).
 *
 * @throws Refusal WORKING_CALENDAR_MISSING
 */
export async function passOnDataCorrection(unit: UnitOfWork<ExchangeTransaction>, correction: DataCorrection, calendar: WorkingCalendar): Promise<void> {
  const holder = await unit.tx.participant.findUniqueOrThrow({ where: { id: correction.heldBy ?? '' } });
  const dueAt = limitEnds(unit.now, (await unit.limits())[correctionDuty].within, calendar);
  const opened = await unit.tx.dataCorrection.update({ where: { id: correction.id }, data: { holder: holder.id, dueAt, ...dataCorrectionMachine.move('DataCorrectionOpened', correction) } });
  unit.emit({ kind: 'DataCorrectionOpened', subjectType: 'DataCorrection', subjectId: opened.id, stamps: stampsOf(opened), receivers: {} });
  await openCorrectionDuty(unit, opened, holder, dueAt);
}
