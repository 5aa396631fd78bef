import type { Duty } from '@hub/prisma/exchange/generated/client.js';
import type { ReminderState } from '../domain/reminder-state.js';
import type { DutyStage } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';

const waiting: ReminderState = 'WAITING';

/** Writes down that whoever owes a duty, and whom it was passed on to, is to be reminded, where they have an address for it; it is sent elsewhere and later. */
export async function writeReminders(tx: ExchangeTransaction, duty: Duty, stage: DutyStage, authorityId: string | undefined, now: Date): Promise<void> {
  const parties = await tx.participant.findMany({ where: { id: { in: [duty.holder, ...(authorityId === undefined ? [] : [authorityId])] }, OR: [{ sealedContactEmail: { not: null } }, { contactEmailOfBefore: { not: null } }] }, select: { id: true } });
  await tx.dutyReminder.createMany({
    data: parties.map(({ id }) => ({ dutyId: duty.id, stage, partyId: id, state: waiting, writtenAt: now })),
    skipDuplicates: true,
  });
}
