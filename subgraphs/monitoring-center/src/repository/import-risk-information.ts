import type { Actor } from '@hub/kernel/unit-of-work/actor.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { RiskInformationRow } from '../domain/risk-information-row.js';
import type { MonitoringCenterDatabase } from './database.js';
import { takeInBatch, type ImportedRow } from './take-in-batch.js';

const batchSize = 500;

/**
 * Takes many records in (5.1.1): one transaction and one event per batch, so that an import that was stopped goes on where it
 * was when it is run again. Rows are checked as in the act; one that is refused touches no other.
 *
 * @param actor who imports, for the centre whose rows they become
 * @param onBatch told after each commit how many rows of the whole are done
 * @returns in the order of the rows
 */
export async function importRiskInformation(
  database: MonitoringCenterDatabase,
  actor: Actor,
  rows: readonly RiskInformationRow[],
  onBatch: (done: number) => void = () => undefined,
): Promise<ImportedRow[]> {
  const imported: ImportedRow[] = [];
  for (let start = 0; start < rows.length; start += batchSize) {
    imported.push(...(await importBatch(database, actor, rows.slice(start, start + batchSize))));
    onBatch(imported.length);
  }
  return imported;
}

async function importBatch(
  database: MonitoringCenterDatabase,
  actor: Actor,
  rows: readonly RiskInformationRow[],
): Promise<ImportedRow[]> {
  const at = new Date();
  return inUnitOfWork(database, { owner: 'monitoring-center', at, actor, causedBy: [] }, (unit) => takeInBatch(unit, actor.partyId, rows));
}
