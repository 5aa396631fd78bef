import type { Assessment } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

const each = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** What assessments, and the records in the versions that were assessed, say of products, platforms and hazard: a report is found by it. */
export async function whatReportRestsOn(tx: MonitoringCenterTransaction, assessments: readonly Assessment[]) {
  const records = await tx.riskInformation.findMany({
    where: { id: { in: each(assessments.flatMap(({ recordIds }) => recordIds)) } },
    select: { productCategories: true, platforms: true },
  });
  return {
    productCategories: each(records.flatMap(({ productCategories }) => productCategories)),
    platforms: each(records.flatMap(({ platforms }) => platforms)),
    hazardDegrees: each(assessments.map(({ hazardDegree }) => hazardDegree)),
  };
}
