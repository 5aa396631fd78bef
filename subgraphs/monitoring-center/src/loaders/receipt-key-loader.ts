import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';

/** Loads the public keys of receipts, one statement per batch. They are open to everyone. */
export function receiptKeyLoader({ receiptKeys }: Repositories): DataLoader<string, object> {
  return new DataLoader(async (ids) => {
    const keys = new Map((await receiptKeys.findAll(ids)).map(({ id, publicJwk }) => [id, publicJwk as object]));
    return ids.map((id) => keys.get(id) ?? {});
  });
}
