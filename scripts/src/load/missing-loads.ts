import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { loads } from './loads.js';

/** A load that has not been done as it would be done now. */
export interface MissingLoad {
  /** Of the load. */
  readonly name: string;
  /** Of what is to be loaded, noted when it is. */
  readonly fingerprint: string;
}

/** What has not been loaded whole yet: each owner's database notes in its `kernel.loaded_data` what has. */
export async function missingLoads(databaseUrls: Readonly<Record<Owner, string>>): Promise<readonly MissingLoad[]> {
  return (await Promise.all(owners.map((owner) => missingAt(owner, databaseUrls[owner])))).flat();
}

async function missingAt(owner: Owner, url: string): Promise<readonly MissingLoad[]> {
  const ofOwner = loads.filter((load) => load.owner === owner);
  if (ofOwner.length === 0) return [];
  const client = await openConnection(url, 'DATABASE_URL_<OWNER>');
  try {
    const { rows } = await client.query<MissingLoad>('SELECT name, fingerprint FROM kernel.loaded_data');
    const loaded = new Map(rows.map(({ name, fingerprint }) => [name, fingerprint]));
    const wanted = await Promise.all(ofOwner.map(async ({ name, fingerprint }) => ({ name, fingerprint: await fingerprint() })));
    return wanted.filter(({ name, fingerprint }) => loaded.get(name) !== fingerprint);
  } finally {
    await client.end();
  }
}
