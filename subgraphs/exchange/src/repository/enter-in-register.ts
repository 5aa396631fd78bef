import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MembershipEntryKind } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';

/** What is entered; what does not concern a kind is left out. */
export interface NewMembershipEntry {
  readonly participantId: string;
  readonly kind: MembershipEntryKind;
  readonly reason?: string;
  readonly formerName?: string | null;
  readonly successorId?: string | null;
}

/** Enters in the register of members what becomes of one (成员登记, 5.4.4), in the transaction in which that comes about. */
export async function enterInRegister(unit: UnitOfWork<ExchangeTransaction>, { participantId, ...content }: NewMembershipEntry): Promise<void> {
  await unit.tx.membershipEntry.create({ data: { participantId, ...content, enteredAt: unit.now, entered: { ...actRecord(unit) }, holder: participantId, concerned: [] } });
}
