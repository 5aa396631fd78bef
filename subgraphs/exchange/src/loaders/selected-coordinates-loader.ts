import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';

/** Loads the coordinates that operations selected, by their hash: one statement for all records of an operation. */
export function selectedCoordinatesLoader({ accessSelections }: Repositories): DataLoader<string, readonly string[]> {
  return new DataLoader(async (hashes) => {
    const rows = new Map((await accessSelections(hashes)).map(({ hash, coordinates }) => [hash, coordinates]));
    return hashes.map((hash) => rows.get(hash) ?? []);
  });
}
