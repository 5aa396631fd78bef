import type { ComplainantContent } from '../domain/complainant-content.js';
import type { ComplainantKeeping } from './complainant-keeping.js';
import type { MonitoringCenterDatabase, MonitoringCenterTransaction } from './database.js';

/** A complainant as its row has it. */
export interface KeptComplainant {
  readonly id: string;
  readonly sealed: string | null;
}

export type OpenedComplainant = ComplainantContent;

/** What is personal of complainants, by id; of whom is erased there is nothing. */
export function openedComplainants(database: MonitoringCenterDatabase | MonitoringCenterTransaction, { personal }: ComplainantKeeping, rows: readonly KeptComplainant[]): Promise<ReadonlyMap<string, OpenedComplainant>> {
  return personal.open(database, rows.flatMap(({ id, sealed }) => (sealed === null ? [] : [{ personId: id, sealed }])));
}
