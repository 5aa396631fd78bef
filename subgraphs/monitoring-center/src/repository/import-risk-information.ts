import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Actor } from '@hub/kernel/unit-of-work/actor.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { riskInformationContent } from '../domain/risk-information-content.js';
import type { RiskInformationRow } from '../domain/risk-information-row.js';
import type { MonitoringCenterDatabase } from './database.js';
import { takenInStamps } from './taken-in-stamps.js';
import { writeRiskInformation, type NewRiskInformation, type WrittenRiskInformation } from './write-risk-information.js';

/** What became of a row: taken, updated, unchanged, or refused with the reason. */
export type ImportedRow = WrittenRiskInformation | { readonly refusal: Refusal };

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
  const checked = rows.map((row) => check(row, dayInShanghai(at)));
  const records = checked.filter((row): row is NewRiskInformation => !('refusal' in row));
  const written = await inUnitOfWork(database, { owner: 'monitoring-center', at, actor, causedBy: [] }, async (unit) => {
    const results = await writeRiskInformation(unit, actor.partyId, records);
    const subjectIds = results.filter(({ disposition }) => disposition !== 'UNCHANGED').map(({ id }) => id);
    const [first] = subjectIds;
    if (first !== undefined) {
      unit.emit({
        kind: 'RiskInformationBatchTakenIn',
        subjectType: 'RiskInformation',
        subjectId: first,
        subjectIds,
        stamps: takenInStamps(actor.partyId),
        receivers: {},
      });
    }
    return new Map(records.map((record, index) => [record, results[index]]));
  });
  return checked.map((row) => ('refusal' in row ? row : (written.get(row) ?? { disposition: 'UNCHANGED', id: '' })));
}

function check(row: RiskInformationRow, today: string): NewRiskInformation | { readonly refusal: Refusal } {
  try {
    return { ...riskInformationContent(row, today), content: row.sourceRecord.content };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}
