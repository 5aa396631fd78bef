import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOfFiles } from '@hub/kernel/files/folder-of-files.js';
import { isNotKept } from '@hub/kernel/files/is-not-kept.js';
import { keptName, type KeptFiles } from '@hub/kernel/files/kept-files.js';
import { privateFolder } from '@hub/kernel/files/private-folder.js';
import type { SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';

/** Where files lie that were handed in to be imported: a folder of the hub's own data, for its user alone, since they can hold personal data. */
export interface ImportStore extends Pick<KeptFiles, 'place'> {
  readonly uploads: string;
  /** Where what a source sends lies until all of it has come. */
  readonly pulled: string;
  pathOf(partyId: string, hash: string): string;
  has(partyId: string, hash: string): Promise<boolean>;
  remove(partyId: string, hash: string): Promise<void>;
}

export function importStore({ dataDir }: Pick<SubgraphEnvironment, 'dataDir'>): ImportStore {
  const folder = join(dataDir, 'imports', 'monitoring-center');
  privateFolder(folder);
  const files = join(folder, 'files');
  const pathOf = (partyId: string, hash: string) => join(files, keptName(partyId, hash));
  return {
    uploads: join(folder, 'uploads'),
    pulled: join(folder, 'pulled'),
    pathOf,
    place: folderOfFiles(files).place,
    has: (partyId, hash) =>
      access(pathOf(partyId, hash)).then(
        () => true,
        (error: unknown) => {
          if (!isNotKept(error)) throw error;
          return false;
        },
      ),
    remove: (partyId, hash) => rm(pathOf(partyId, hash), { force: true }),
  };
}
