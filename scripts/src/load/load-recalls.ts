import type { MappedRow } from '@hub/imports/mapping/map-rows.js';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { RiskInformationRow } from '@hub/monitoring-center/domain/risk-information-row.js';
import { fingerprint } from './fingerprint.js';
import type { Load } from './load.js';

const file = 'cpsc_recalls.jsonl.gz';
/** How many records the file holds; only the bar rests on it. */
const recalls = 9818;
/** As many rows as one transaction takes, so that a load that is told to stop does so soon. */
const chunkSize = 500;
/** Who takes the recalls in: an analyst of the demo's centre. */
const actor = { userId: 'center.1', partyId: 'center', role: 'ANALYST' };

/** 9,818 real recalls as risk information (风险信息) of channel e (5.1.1), by the mapping that anybody may use for such a file. */
export const loadRecalls: Load = {
  name: 'cpsc-recalls',
  title: 'Recalls 风险信息',
  owner: 'monitoring-center',
  fingerprint: () => fingerprint([actor], [file]),
  async run(databaseUrl, progress, stopping) {
    const [{ connectMonitoringCenter }, { importRiskInformation }, { keptMapping }, { readMapping }, { mapRows }] = await Promise.all([
      import('@hub/monitoring-center/repository/database.js'),
      import('@hub/monitoring-center/repository/import-risk-information.js'),
      import('@hub/imports/mapping/kept-mappings.js'),
      import('@hub/imports/mapping/read-mapping.js'),
      import('@hub/imports/mapping/map-rows.js'),
    ]);
    const counts = { TAKEN: 0, UPDATED: 0, UNCHANGED: 0 };
    const refused: string[] = [];
    const rows = mapRows(seedFile(file), readMapping(await keptMapping('cpsc-recalls'), 'cpsc-recalls'));
    let read = 0;
    const database = connectMonitoringCenter(databaseUrl);
    try {
      for (let ahead = await nextRows(rows); ahead.length > 0 && !stopping.aborted; ) {
        const mapped = ahead;
        read += mapped.length;
        for (const record of mapped) if ('problems' in record) refused.push(...record.problems.map(({ code, parameters }) => `row ${record.row}: ${errorMessage(code, 'en', parameters)}`));
        const items = mapped.flatMap((record) => ('item' in record ? [{ key: record.key, item: record.item as unknown as RiskInformationRow }] : []));
        const importing = importRiskInformation(database, actor, items.map(({ item }) => item));
        // While the database writes these.
        ahead = await nextRows(rows);
        for (const [index, outcome] of (await importing).entries()) {
          if ('refusal' in outcome) refused.push(`${items[index]?.key ?? ''}: ${errorMessage(outcome.refusal.code, 'en', outcome.refusal.details.parameters)}`);
          else counts[outcome.disposition] += 1;
        }
        progress(read, recalls);
      }
    } finally {
      await rows.return(undefined);
      await database.$disconnect();
    }
    const why = refused.length === 0 ? '' : ` (${refused.join('; ')})`;
    return `${read} read: ${counts.TAKEN} taken, ${counts.UPDATED} updated, ${counts.UNCHANGED} unchanged, ${refused.length} refused${why}`;
  },
};

async function nextRows(rows: AsyncGenerator<MappedRow>): Promise<MappedRow[]> {
  const next: MappedRow[] = [];
  while (next.length < chunkSize) {
    const { value, done } = await rows.next();
    if (done) break;
    next.push(value);
  }
  return next;
}
