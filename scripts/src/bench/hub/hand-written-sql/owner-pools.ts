import { owners, type Owner } from '@hub/prisma/owner.js';
import { Pool, types, type PoolConfig } from 'pg';
import type { Databases } from '../databases.js';

/** A pool of connections per owner's database; SQL cannot join what lies in different ones. */
export type OwnerPools = Readonly<Record<Owner, Pool>>;

/** Days come as they are written, for a day has no time zone. */
const dateType = 1082;
types.setTypeParser(dateType, (text) => text);

export function ownerPools(databases: Databases): OwnerPools {
  const options: PoolConfig = { max: 10, options: '-c timezone=UTC' };
  return Object.fromEntries(owners.map((owner) => [owner, new Pool({ ...options, connectionString: databases[owner] })])) as unknown as OwnerPools;
}
