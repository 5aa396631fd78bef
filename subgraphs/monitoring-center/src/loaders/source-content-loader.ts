import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';

/**
 * Loads source records as received (来源记录), one statement per batch. Contents have no terms of their own: the field
 * `RiskInformation.sourceRecord` has decided before it asks.
 */
export function sourceContentLoader({ sourceContents }: Repositories): DataLoader<string, string> {
  return new DataLoader(
    async (ids) => {
      const contents = new Map((await sourceContents.findAll(ids)).map((row) => [row.riskInformationId, row.content]));
      return ids.map((id) => contents.get(id) ?? '');
    },
    { maxBatchSize: 500 },
  );
}
