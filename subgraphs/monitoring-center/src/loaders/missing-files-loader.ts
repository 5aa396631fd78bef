import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';

/** Loads which files of evidence are not in the store, one statement per batch: the field has been decided before it asks. */
export function missingFilesLoader({ evidence }: Repositories): DataLoader<string, string[]> {
  return new DataLoader(
    async (ids) => {
      const missing = await evidence.missingFiles(ids);
      return ids.map((id) => missing.filter((each) => each.id === id).map(({ hash }) => hash));
    },
    { maxBatchSize: 500 },
  );
}
