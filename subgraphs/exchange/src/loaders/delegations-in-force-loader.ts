import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';

/** Whether delegations are in force, by their ids: at the moment, which is later than the operation began where it has just given one. */
export function delegationsInForceLoader(repositories: Repositories): DataLoader<string, boolean> {
  return new DataLoader(async (ids) => {
    const inForce = await repositories.delegations.inForce(ids, new Date());
    return ids.map((id) => inForce.has(id));
  });
}
