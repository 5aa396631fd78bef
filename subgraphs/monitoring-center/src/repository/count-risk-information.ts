import type { Where } from '@hub/kernel/loading/entity-loader.js';
import { otherHazard } from '@hub/schema/code-lists/hazard-items.js';
import { hazardsNamedIn } from '../domain/hazards-named-in.js';
import type { DayCount } from '../domain/risk-trend.js';
import type { RiskTrendDimension } from '../generated/graphql.js';
import type { MonitoringCenterDatabase } from './database.js';
import { regionCodesOf } from './region-codes-of.js';

const columns = { PRODUCT_CATEGORY: 'productCategories', HAZARD: 'hazardItem', REGION: 'holder', CHANNEL: 'channel' } as const satisfies Record<RiskTrendDimension, string>;

/** How many records count for which values on which day: summed in the database, of the rows that the condition admits. */
export async function countRiskInformation(database: MonitoringCenterDatabase, dimension: RiskTrendDimension, where: Where): Promise<DayCount[]> {
  const column = columns[dimension];
  const groups = await database.riskInformation.groupBy({ by: [column, 'observedOn'], where: where as never, _count: { _all: true } });
  const rows = groups as unknown as readonly ({ readonly observedOn: Date; readonly _count: { readonly _all: number } } & Readonly<Record<typeof column, string | string[]>>)[];
  const regions = dimension === 'REGION' ? await regionCodesOf(database, [...new Set(rows.map((row) => String(row[column])))]) : new Map<string, string>();
  const valuesOf = (value: string | string[]): readonly string[] => {
    if (typeof value !== 'string') return value;
    if (dimension === 'REGION') return [regions.get(value) ?? []].flat();
    if (dimension !== 'HAZARD') return [value];
    const hazards = hazardsNamedIn(value);
    return hazards.length > 0 ? hazards : [otherHazard.code];
  };
  return rows.map((row) => ({ day: row.observedOn.toISOString().slice(0, 10), values: valuesOf(row[column]), count: row._count._all }));
}
