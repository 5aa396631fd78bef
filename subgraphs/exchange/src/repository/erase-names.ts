import { destroyPersonalKeys } from '@hub/kernel/personal/personal-data.js';
import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { ExchangeTransaction } from './database.js';
import { applicantOf } from './user-keeping.js';

/** Erases the names of users, and with them what applications say of the same persons: their keys go (删除个人信息, 个人信息保护法 art. 47). */
export async function eraseNames(tx: ExchangeTransaction, userIds: readonly string[], { erased, reason = null }: { readonly erased: ActRecord; readonly reason?: string | null }): Promise<void> {
  const among = { in: [...userIds] };
  await tx.participantUser.updateMany({ where: { id: among }, data: { nameOfBefore: null, sealedName: null, keptUntil: null, erased: { ...erased }, erasureReason: reason } });
  const applications = await tx.membershipApplication.findMany({ where: { administratorId: among }, select: { id: true } });
  await eraseApplicants(tx, applications.map(({ id }) => id));
  await destroyPersonalKeys(tx, userIds);
}

/** Erases the names of those who were to be administrators of parties that applied. */
export async function eraseApplicants(tx: ExchangeTransaction, applicationIds: readonly string[]): Promise<void> {
  await tx.membershipApplication.updateMany({ where: { id: { in: [...applicationIds] } }, data: { administratorNameOfBefore: null, sealedAdministratorName: null } });
  await destroyPersonalKeys(tx, applicationIds.map(applicantOf));
}
