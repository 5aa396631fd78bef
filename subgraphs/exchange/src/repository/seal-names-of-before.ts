import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeDatabase } from './database.js';
import { applicantOf, sealedNames, type UserKeeping } from './user-keeping.js';

/** Encrypts names that a version before has kept in the clear, and says from now on until when those of users who act no more are kept. */
export async function sealNamesOfBefore(database: ExchangeDatabase, keeping: UserKeeping): Promise<void> {
  await inUnitOfWork(database, { owner: 'exchange', at: new Date(), actor: null, causedBy: [] }, async ({ tx, now }) => {
    const users = await tx.$queryRaw<{ id: string; name: string; active: boolean }[]>`SELECT id, name, active FROM participant_user WHERE name IS NOT NULL ORDER BY id FOR UPDATE`;
    const applications = await tx.$queryRaw<{ id: string; name: string }[]>`
      SELECT id, administrator_name AS name FROM membership_application WHERE administrator_name IS NOT NULL ORDER BY id FOR UPDATE`;
    const named = new Map([...users.map(({ id, name }) => [id, name] as const), ...applications.map(({ id, name }) => [applicantOf(id), name] as const)]);
    const sealed = await sealedNames(tx, keeping, named, now);
    for (const { id, active } of users) {
      const keptUntil = active ? null : new Date(now.getTime() + keeping.keptFor);
      await tx.participantUser.update({ where: { id }, data: { nameOfBefore: null, sealedName: sealed.get(id) ?? null, keptUntil } });
    }
    for (const { id } of applications) {
      await tx.membershipApplication.update({ where: { id }, data: { administratorNameOfBefore: null, sealedAdministratorName: sealed.get(applicantOf(id)) ?? null } });
    }
  });
}
