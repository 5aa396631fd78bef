import DataLoader from 'dataloader';
import type { KeptComplainant, OpenedComplainant } from '../repository/opened-complainants.js';
import type { Repositories } from '../repository/repositories.js';

/** Opens what is personal of complainants, one statement per batch; nothing where it is erased. Each field has decided before it asks. */
export function complainantContentLoader({ complainants }: Repositories): DataLoader<KeptComplainant, OpenedComplainant | undefined, string> {
  return new DataLoader(
    async (rows) => {
      const opened = await complainants.opened(rows);
      return rows.map(({ id }) => opened.get(id));
    },
    { cacheKeyFn: ({ id }) => id, maxBatchSize: 500 },
  );
}
