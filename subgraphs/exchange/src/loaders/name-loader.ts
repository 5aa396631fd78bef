import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';
import type { SealedName } from '../repository/user-keeping.js';

/** Opens names of users, one statement per batch; null where one is erased. Each field has decided before it asks. */
export function nameLoader({ participantUsers }: Pick<Repositories, 'participantUsers'>): DataLoader<SealedName, string | null, string> {
  return new DataLoader(
    async (names) => {
      const opened = await participantUsers.openedNames(names);
      return names.map(({ personId }) => opened.get(personId) ?? null);
    },
    { cacheKeyFn: ({ personId }) => personId, maxBatchSize: 500 },
  );
}
