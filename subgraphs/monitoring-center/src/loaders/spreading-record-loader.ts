import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';

/** What a suggested spread reads of a record (5.1.2). */
const read = ['RiskInformation.scope', 'RiskInformation.observedOn', 'RiskInformation.center'] as const;

interface SpreadingRecord {
  readonly observedOn: string;
  readonly platforms: readonly string[];
  readonly retailers: readonly string[];
  readonly regionCode: string | null;
}

/** Loads what records tell of how far a hazard reaches, with the region of their centre: one statement per batch, only of rows on which the caller may read all of it. */
export function spreadingRecordLoader(authority: OperationAuthority, { riskInformation, centers }: Repositories): DataLoader<string, SpreadingRecord | null> {
  return new DataLoader(
    async (ids) => {
      const rows = await riskInformation.findAll({ AND: [{ id: { in: [...ids] } }, authority.rowScopeOf('RiskInformation.id'), ...read.map((coordinate) => authority.readScopeOf(coordinate))] });
      for (const row of rows) authority.admit(row, stampsOf(row), 'RiskInformation');
      const regions = await centers.regionCodes([...new Set(rows.map(({ holder }) => holder))]);
      const byId = new Map(rows.map(({ id, observedOn, platforms, retailers, holder }) => [id, { observedOn: observedOn.toISOString().slice(0, 10), platforms, retailers, regionCode: regions.get(holder) ?? null }]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { maxBatchSize: 1000 },
  );
}
