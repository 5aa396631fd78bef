import type { ComparedRisk } from '../domain/compared-risk.js';
import { comparisonKeys } from '../domain/comparison-keys.js';
import type { MonitoringCenterTransaction } from './database.js';

interface KeyedRecord {
  readonly document: string;
  readonly observedOn: Date;
  readonly risk: ComparedRisk | undefined;
}

/** Keeps under what records are looked for, in place of what was kept of their versions before. */
export async function keepComparisonKeys(tx: MonitoringCenterTransaction, holder: string, records: readonly KeyedRecord[]): Promise<void> {
  const rows = records.flatMap(({ document, observedOn, risk }) => (risk ? comparisonKeys(risk).map((key) => ({ document, observedOn: observedOn.toISOString().slice(0, 10), key })) : []));
  await tx.$executeRaw`DELETE FROM comparison_key WHERE document = ANY(${records.map(({ document }) => document)}::text[])`;
  await tx.$executeRaw`
    INSERT INTO comparison_key (document, key, observed_on, holder)
    SELECT document, key, observed_on, ${holder}
    FROM unnest(${rows.map(({ document }) => document)}::text[], ${rows.map(({ key }) => key)}::text[], ${rows.map(({ observedOn }) => observedOn)}::date[]) AS k (document, key, observed_on)
    ON CONFLICT DO NOTHING`;
}
