import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { present } from '@hub/kernel/searched/present.js';
import type { ReadSearchedRows } from '@hub/kernel/searched/searched-rows.js';
import { searchedSelectionOf } from '@hub/kernel/searched/searched-selection-of.js';
import type { MonitoringCenterDatabase } from './database.js';

/** Risk information as the search finds it: as in the list, without versions that a later one supersedes, which are gone when that comes. */
export const searchedRiskInformation: ReadSearchedRows<MonitoringCenterDatabase> = async (database, selection) => {
  const found = await database.riskInformation.findMany(searchedSelectionOf(selection));
  const before = 'ids' in selection ? found.filter(({ version }) => version > 1).map(({ document }) => document) : [];
  const superseded = before.length === 0 ? [] : await database.riskInformation.findMany({ where: { document: { in: before }, supersededById: { not: null } }, select: { id: true } });
  const rows = found.filter(({ supersededById }) => supersededById === null);
  const told = rows.filter(({ channel }) => channel !== 'COMPLAINT').map(({ id }) => id);
  const sources = new Map((await database.sourceContent.findMany({ where: { riskInformationId: { in: told } } })).map(({ riskInformationId, content }) => [riskInformationId, content]));
  return {
    rows: rows.map((row) => ({
      id: row.id,
      stamps: stampsOf(row),
      day: row.observedOn.toISOString().slice(0, 10),
      values: {
        'RiskInformation.number': [row.number],
        'RiskInformation.productName': [row.productName],
        'RiskInformation.productCategories': row.productCategories,
        'RiskInformation.brand': present(row.brand),
        'RiskInformation.hazardItem': [row.hazardItem],
        'RiskInformation.hazardDescription': present(row.hazardDescription),
        'RiskInformation.remedy': present(row.remedy),
        'RiskInformation.channel': [row.channel],
        'RiskInformation.sourceText': present(sources.get(row.id)),
      },
    })),
    gone: [...found.filter(({ supersededById }) => supersededById !== null), ...superseded].map(({ id }) => id),
  };
};
