import { countLimit } from '@hub/kernel/lists/connection.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { OwnerPools } from './owner-pools.js';
import { participants } from './participants.js';
import type { RightsOfCentre } from './rights-of-centre.js';
import { rowsOf } from './rows-of.js';
import { timeShown } from './shown-text.js';

interface Row {
  readonly holder: string;
  readonly collectedAt: Date;
  readonly units: number | null;
  readonly countries: string[];
  readonly platforms: string[];
  readonly hasInjuries: boolean;
  readonly hasDeaths: boolean;
  readonly [column: string]: unknown;
}

/** The list of risk information, latest first: open to centres and regulators, every row. */
export async function answerRiskInformation(pools: OwnerPools, caller: Caller, rights: RightsOfCentre, first: number): Promise<object> {
  const centre = pools['monitoring-center'];
  const [rows, [counted]] = await Promise.all([
    rowsOf<Row>(
      centre,
      'risk-information',
      `SELECT id, number, channel, product_name AS "productName", product_categories AS "productCategories", brand, hazard_item AS "hazardItem",
         hazard_degree AS "hazardDegree", observed_on AS "observedOn", collected_at AS "collectedAt", state,
         units, countries, platforms, has_injuries AS "hasInjuries", has_deaths AS "hasDeaths", holder
       FROM risk_information WHERE superseded_by_id IS NULL ORDER BY observed_on DESC, id DESC LIMIT $1`,
      [first + 1],
    ),
    rowsOf<{ count: string }>(centre, 'count of risk-information', 'SELECT count(*) FROM (SELECT FROM risk_information WHERE superseded_by_id IS NULL LIMIT $1) AS counted', [countLimit + 1]),
  ]);
  const page = rows.slice(0, first);
  const parties = await participants(pools, rights, caller.partyId, page.map(({ holder }) => holder));
  const nodes = page.map(({ holder, units, countries, platforms, hasInjuries, hasDeaths, collectedAt, ...row }) => ({
    ...row,
    collectedAt: timeShown(collectedAt),
    scope: { units, countries, platforms },
    injuries: { hasInjuries, hasDeaths },
    center: { name: parties.get(holder)?.name },
  }));
  return { riskInformationList: { totalCount: Math.min(Number(counted?.count), countLimit), pageInfo: { hasNextPage: rows.length > first }, nodes } };
}
