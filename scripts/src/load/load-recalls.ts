import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import { fingerprint } from './fingerprint.js';
import type { Load } from './load.js';

const file = 'cpsc_recalls.jsonl.gz';
/** As many rows as one transaction takes, so that a load that is told to stop does so soon. */
const chunkSize = 500;
/** Who takes the recalls in: an analyst of the demo's centre. */
const actor = { userId: 'center.1', partyId: 'center', role: 'ANALYST' };

/** 9,818 real recalls as risk information (风险信息) of channel e (5.1.1). */
export const loadRecalls: Load = {
  name: 'cpsc-recalls',
  title: 'Recalls 风险信息',
  owner: 'monitoring-center',
  fingerprint: () => fingerprint([actor], [file]),
  async run(databaseUrl, progress, stopping) {
    const [{ connectMonitoringCenter }, { importRiskInformation }, { mapCpscRecall }] = await Promise.all([
      import('@hub/monitoring-center/repository/database.js'),
      import('@hub/monitoring-center/repository/import-risk-information.js'),
      import('@hub/monitoring-center/domain/map-cpsc-recall.js'),
    ]);
    const lines = (await promisify(gunzip)(await readFile(seedFile(file)))).toString('utf8').split('\n').filter((line) => line !== '');
    const counts = { TAKEN: 0, UPDATED: 0, UNCHANGED: 0 };
    const refused: string[] = [];
    const database = connectMonitoringCenter(databaseUrl);
    try {
      const mapChunk = (start: number) => lines.slice(start, start + chunkSize).map(mapCpscRecall);
      let ahead = mapChunk(0);
      for (let start = 0; start < lines.length && !stopping.aborted; start += chunkSize) {
        const mapped = ahead;
        for (const record of mapped) if ('refused' in record) refused.push(`${record.key ?? 'without id'}: ${record.refused}`);
        const rows = mapped.flatMap((record) => ('row' in record ? [record.row] : []));
        const importing = importRiskInformation(database, actor, rows);
        // While the database writes these.
        ahead = mapChunk(start + chunkSize);
        for (const [index, outcome] of (await importing).entries()) {
          if ('refusal' in outcome) refused.push(`${rows[index]?.sourceRecord.key ?? ''}: ${errorMessage(outcome.refusal.code, 'en', outcome.refusal.details.parameters)}`);
          else counts[outcome.disposition] += 1;
        }
        progress(start + mapped.length, lines.length);
      }
    } finally {
      await database.$disconnect();
    }
    const why = refused.length === 0 ? '' : ` (${refused.join('; ')})`;
    return `${lines.length} read: ${counts.TAKEN} taken, ${counts.UPDATED} updated, ${counts.UNCHANGED} unchanged, ${refused.length} refused${why}`;
  },
};
