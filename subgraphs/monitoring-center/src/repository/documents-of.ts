import type { MonitoringCenterTransaction } from './database.js';

/** The documents of current versions, by their ids or by their cluster. */
export async function documentsOf(tx: MonitoringCenterTransaction, where: { readonly clusterId: string } | { readonly ids: readonly string[] }): Promise<string[]> {
  const rows = await tx.riskInformation.findMany({ where: 'ids' in where ? { id: { in: [...where.ids] } } : where, select: { document: true } });
  return rows.map(({ document }) => document);
}
