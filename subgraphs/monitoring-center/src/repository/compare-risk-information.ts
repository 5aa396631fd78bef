import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { comparedRisk, type ComparedRisk } from '../domain/compared-risk.js';
import { likeness } from '../domain/likeness.js';
import { candidatesOf } from './candidates-of.js';
import type { MonitoringCenterTransaction } from './database.js';
import { describedRisks } from './described-risks.js';
import { keepComparisonKeys } from './keep-comparison-keys.js';
import { lockClusters } from './lock-clusters.js';
import { proposeClusters, type AlikePair } from './propose-clusters.js';

/** Records that are compared with others in one transaction. */
const batch = 100;

/**
 * Compares records that came in or changed with those that may tell of the same (归并建议, 5.1.1), at most a batch of one centre. What is due is taken off the list with what came of it, so that nothing is lost or
 * proposed twice, whenever a process dies; the clusters are locked, so that two processes see what each other has compared.
 * @returns whether there may be more
 */
export async function compareRiskInformation(unit: UnitOfWork<MonitoringCenterTransaction>): Promise<boolean> {
  const { tx } = unit;
  const [next] = await tx.$queryRaw<{ holder: string }[]>`SELECT holder FROM comparison_due ORDER BY risk_information_id LIMIT 1`;
  if (!next) return false;
  const { holder } = next;
  await lockClusters(tx, holder);
  const due = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM comparison_due WHERE risk_information_id IN (
      SELECT risk_information_id FROM comparison_due WHERE holder = ${holder} ORDER BY risk_information_id LIMIT ${batch})
    RETURNING risk_information_id AS id`;
  const records = await describedRisks(tx, due.map(({ id }) => id));
  const compared = new Map(records.map((record) => [record.document, comparedRisk(record)]));
  await keepComparisonKeys(tx, holder, records.map(({ document, observedOn }) => ({ document, observedOn, risk: compared.get(document) })));
  const candidates = await candidatesOf(tx, holder, [...compared.keys()]);
  for (const record of candidates.records) if (!compared.has(record.document)) compared.set(record.document, comparedRisk(record));
  await proposeClusters(unit, holder, records.map(({ document }) => document), alikeOf(candidates.pairs, compared));
  return true;
}

/** Those pairs that tell of one product and hazard, each once, the lesser document first. */
function alikeOf(pairs: readonly (readonly [string, string])[], compared: ReadonlyMap<string, ComparedRisk>): AlikePair[] {
  const alike = new Map<string, AlikePair>();
  for (const [a, b] of pairs) {
    const [one, other] = a < b ? [a, b] : [b, a];
    const [first, second] = [compared.get(one), compared.get(other)];
    const found = first && second && likeness(first, second);
    if (found) alike.set(`${one} ${other}`, { one, other, ...found });
  }
  return [...alike.values()];
}
