import { gtinKey } from '../domain/comparison-keys.js';
import type { MonitoringCenterTransaction } from './database.js';
import type { DescribedRecord } from './described-risks.js';

/** Records that are looked at under one key, and candidates of one record: with the most keys in common, of these those observed last. */
const most = { underKey: 40, ofRecord: 50 } as const;

export interface Candidates {
  readonly pairs: readonly (readonly [string, string])[];
  readonly records: readonly DescribedRecord[];
}

/**
 * Records of a centre that may tell of the same as these do: those with a key in common, and those with which they are proposed already. Each key is one look into an index, and no key gives more than some, so that
 * what is done for a record does not grow with how many there are.
 */
export async function candidatesOf(tx: MonitoringCenterTransaction, holder: string, documents: readonly string[]): Promise<Candidates> {
  const found = await tx.$queryRaw<{ asked: string; document: string }[]>`
    SELECT asked, document FROM (
      SELECT own.document AS asked, other.document, row_number() OVER (PARTITION BY own.document ORDER BY count(*) DESC, max(other.observed_on) DESC, other.document) AS place
      FROM comparison_key own
      CROSS JOIN LATERAL (
        SELECT document, observed_on FROM comparison_key
        WHERE holder = ${holder} AND key = own.key AND document <> own.document ORDER BY observed_on DESC, document LIMIT ${most.underKey}) AS other
      WHERE own.document = ANY(${[...documents]}::text[])
      GROUP BY own.document, other.document) AS candidate
    WHERE place <= ${most.ofRecord}
    UNION
    SELECT one, other FROM cluster_proposal WHERE state = 'PROPOSED' AND (one = ANY(${[...documents]}::text[]) OR other = ANY(${[...documents]}::text[]))`;
  const others = [...new Set(found.flatMap(({ asked, document }) => [asked, document]))];
  const rows = await tx.riskInformation.findMany({ where: { document: { in: others }, supersededById: null } });
  const codes = await tx.comparisonKey.findMany({ where: { document: { in: others }, key: { startsWith: gtinKey } }, select: { document: true, key: true } });
  const gtinsOf = new Map<string, string[]>();
  for (const { document, key } of codes) gtinsOf.set(document, [...(gtinsOf.get(document) ?? []), key.slice(gtinKey.length)]);
  return {
    pairs: found.map(({ asked, document }) => [asked, document] as const),
    records: rows.map(({ document, observedOn, productName, brand, hazardItem, hazardDescription }) => ({
      ...{ document, observedOn, productName, brand, hazardItem, hazardDescription },
      gtins: gtinsOf.get(document) ?? [],
    })),
  };
}
