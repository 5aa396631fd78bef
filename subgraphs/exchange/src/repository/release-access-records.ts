import { accessRecordMachine } from '../domain/access-record-machine.js';
import type { ExchangeTransaction } from './database.js';
import { shownUntil } from './shown-until.js';

/**
 * Shows the holders the reads for which no embargo is left.
 *
 * @param settling seconds by which clocks may differ and logs come late
 * @returns how many are shown now
 */
export function releaseAccessRecords(database: ExchangeTransaction, settling: number): Promise<number> {
  const { from, to } = accessRecordMachine.arrow('EmbargoEnded');
  return database.$executeRaw`
    WITH ${shownUntil(settling)}
    UPDATE access_record r SET state = ${to}, reached = array_append(r.reached, ${to})
    FROM open WHERE r.state = ANY(${from}::text[]) AND r.party_id = open.id AND r.at < open.until`;
}
