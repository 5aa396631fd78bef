import { join } from 'node:path';
import { findEmbeddedPostgres } from '@hub/prisma/embedded/find-embedded-postgres.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import type { HubEnvironment } from '../environment.js';
import { databaseName } from '../start/database-name.js';

/** Where the databases of the owners are: as given, as set, or on the embedded server of the hub's folder. An owner without any is left out. */
export async function databaseAddresses(
  { dataDir, databaseUrls }: Pick<HubEnvironment, 'dataDir' | 'databaseUrls'>,
  given: Readonly<Record<string, string>>,
): Promise<Partial<Record<Owner, string>>> {
  const embedded = await findEmbeddedPostgres(join(dataDir, 'postgres'));
  return Object.fromEntries(
    owners.flatMap((owner) => {
      const address = given[owner] ?? databaseUrls[owner] ?? embedded?.urlFor(databaseName(owner));
      return address === undefined ? [] : [[owner, address]];
    }),
  );
}
