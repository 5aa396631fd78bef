import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { complainantContent, type ComplainantContent } from '../domain/complainant-content.js';
import { riskInformationContent } from '../domain/risk-information-content.js';
import type { RiskInformationRow } from '../domain/risk-information-row.js';
import type { ComplainantKeeping } from './complainant-keeping.js';
import type { MonitoringCenterTransaction } from './database.js';
import { keepComplainants } from './keep-complainants.js';
import { takenInStamps } from './taken-in-stamps.js';
import { writeRiskInformation, type NewRiskInformation, type WrittenRiskInformation } from './write-risk-information.js';

/** What became of a row: taken, updated, unchanged, or refused with the reason. */
export type ImportedRow = WrittenRiskInformation | { readonly refusal: Refusal };

/**
 * Takes many records in (收集, 5.1.1) in one transaction, told by one event. Rows are checked as one alone is; one that is refused touches no other.
 * @param keeping how complainants are kept; absent where no row is a complaint
 * @returns in the order of the rows
 */
export async function takeInBatch(unit: UnitOfWork<MonitoringCenterTransaction>, centerId: string, rows: readonly RiskInformationRow[], keeping?: ComplainantKeeping): Promise<ImportedRow[]> {
  const today = dayInShanghai(unit.now);
  const checked = rows.map((row) => check(row, today));
  const records = checked.filter((row): row is CheckedRow => !('refusal' in row));
  const results = await writeRiskInformation(unit, centerId, records.map(({ record }) => record));
  const told = records.flatMap(({ complainant }, index) => (complainant ? [{ riskInformationId: results[index]?.id ?? '', content: complainant }] : []));
  if (told.length > 0 && !keeping) throw new Error('There is no key here under which complainants are kept.');
  if (keeping) await keepComplainants(unit, keeping, told);
  const subjectIds = results.filter(({ disposition }) => disposition !== 'UNCHANGED').map(({ id }) => id);
  const [first] = subjectIds;
  if (first !== undefined) {
    unit.emit({
      kind: 'RiskInformationBatchTakenIn',
      subjectType: 'RiskInformation',
      subjectId: first,
      subjectIds,
      stamps: takenInStamps(centerId),
      // The search of the exchange takes them in.
      receivers: { exchange: { ids: subjectIds } },
    });
  }
  const written = new Map(records.map((record, index) => [record, results[index]]));
  return checked.map((row) => ('refusal' in row ? row : (written.get(row) ?? { disposition: 'UNCHANGED', id: '' })));
}

interface CheckedRow {
  readonly record: NewRiskInformation;
  readonly complainant: ComplainantContent | null;
}

function check(row: RiskInformationRow, today: string): CheckedRow | { readonly refusal: Refusal } {
  try {
    return { record: { ...riskInformationContent(row, today), content: row.sourceRecord.content }, complainant: complainantContent(row) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}
