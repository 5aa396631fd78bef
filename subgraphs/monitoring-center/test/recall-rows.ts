import { keptMapping } from '@hub/imports/mapping/kept-mappings.js';
import { mapRows, type MappedRow } from '@hub/imports/mapping/map-rows.js';
import { readMapping } from '@hub/imports/mapping/read-mapping.js';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import type { RiskInformationRow } from '../src/domain/risk-information-row.js';

/** The lines of a file of recalls by the mapping that ships with the hub. */
export async function mappedRecalls(path: string): Promise<MappedRow[]> {
  const rows: MappedRow[] = [];
  for await (const row of mapRows(path, readMapping(await keptMapping('cpsc-recalls'), 'cpsc-recalls'))) rows.push(row);
  return rows;
}

/** The 9,818 recalls that ship with the hub, as rows of risk information. */
export async function recallRows(): Promise<RiskInformationRow[]> {
  const mapped = await mappedRecalls(seedFile('cpsc_recalls.jsonl.gz'));
  return mapped.flatMap((row) => ('item' in row ? [row.item as unknown as RiskInformationRow] : []));
}
