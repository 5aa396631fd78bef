import DataLoader from 'dataloader';
import type { ComplainantContent } from '../domain/complainant-content.js';
import type { ComplainantKeeping } from '../domain/complainant-keeping.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';

/** A complainant as its row has it. */
export interface KeptComplainant {
  readonly id: string;
  readonly sealed: string | null;
}

/** Opens what is personal of complainants, one statement per batch; nothing where it is erased. Each field has decided before it asks. */
export function complainantContentLoader(database: MonitoringCenterDatabase, { personal }: ComplainantKeeping): DataLoader<KeptComplainant, ComplainantContent | undefined, string> {
  return new DataLoader(
    async (rows) => {
      const opened = await personal.open(database, rows.flatMap(({ id, sealed }) => (sealed === null ? [] : [{ personId: id, sealed }])));
      return rows.map(({ id }) => opened.get(id));
    },
    { cacheKeyFn: ({ id }) => id, maxBatchSize: 500 },
  );
}
