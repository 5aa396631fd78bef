import type { DescribedRisk } from '../domain/described-risk.js';
import { gtinsIn } from '../domain/gtins-in.js';
import type { MonitoringCenterTransaction } from './database.js';

export interface DescribedRecord extends DescribedRisk {
  readonly document: string;
  readonly observedOn: Date;
}

/** What these records tell of product and hazard, those that a later version supersedes left out. Codes are looked for in the source record too, but of complaints, whose words name people. */
export async function describedRisks(tx: MonitoringCenterTransaction, ids: readonly string[]): Promise<DescribedRecord[]> {
  const rows = await tx.riskInformation.findMany({ where: { id: { in: [...ids] }, supersededById: null } });
  const told = rows.filter(({ channel }) => channel !== 'COMPLAINT').map(({ id }) => id);
  const sources = new Map((await tx.sourceContent.findMany({ where: { riskInformationId: { in: told } } })).map(({ riskInformationId, content }) => [riskInformationId, content]));
  return rows.map(({ id, document, observedOn, productName, brand, hazardItem, hazardDescription }) => ({
    ...{ document, observedOn, productName, brand, hazardItem, hazardDescription },
    gtins: gtinsIn([productName, hazardDescription, sources.get(id) ?? '']),
  }));
}
