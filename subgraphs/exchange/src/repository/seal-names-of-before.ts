import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeTransaction } from './database.js';
import { applicantOf, sealedNames, type UserKeeping } from './user-keeping.js';

const batch = 200;

interface NameOfBefore {
  readonly id: string;
  readonly name: string;
}

/**
 * Encrypts names that a version before has kept in the clear, or a process of it that runs beside this one still writes; at most a batch of each, and of several processes each takes others.
 * @returns whether there may be more
 */
export async function sealNamesOfBefore({ tx, now }: UnitOfWork<ExchangeTransaction>, keeping: UserKeeping): Promise<boolean> {
  const users = await tx.$queryRaw<NameOfBefore[]>`SELECT id, name FROM participant_user WHERE name IS NOT NULL ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  const applications = await tx.$queryRaw<NameOfBefore[]>`
    SELECT id, administrator_name AS name FROM membership_application WHERE administrator_name IS NOT NULL ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  const named = new Map([...users.map(({ id, name }) => [id, name] as const), ...applications.map(({ id, name }) => [applicantOf(id), name] as const)]);
  const sealed = await sealedNames(tx, keeping, named, now);
  await tx.$executeRaw`
    UPDATE participant_user u SET name = NULL, sealed_name = s.sealed
    FROM unnest(${users.map(({ id }) => id)}::text[], ${users.map(({ id }) => sealed.get(id))}::text[]) AS s (id, sealed) WHERE u.id = s.id`;
  await tx.$executeRaw`
    UPDATE membership_application a SET administrator_name = NULL, sealed_administrator_name = s.sealed
    FROM unnest(${applications.map(({ id }) => id)}::text[], ${applications.map(({ id }) => sealed.get(applicantOf(id)))}::text[]) AS s (id, sealed) WHERE a.id = s.id`;
  return users.length === batch || applications.length === batch;
}
