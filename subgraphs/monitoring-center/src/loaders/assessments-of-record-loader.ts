import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';

type Assessment = Awaited<ReturnType<Repositories['assessments']['findAll']>>[number];

/**
 * Loads the assessments that rest on each of many records (5.1.2), one statement per batch, only rows that the caller may see.
 * An assessment of a cluster rests on several, so that no single column names its parent.
 */
export function assessmentsOfRecordLoader(authority: OperationAuthority, { assessments }: Repositories): DataLoader<string, Assessment[]> {
  return new DataLoader(
    async (recordIds) => {
      const rows = await assessments.findAll({ AND: [{ recordIds: { hasSome: [...recordIds] } }, authority.rowScopeOf('Assessment.id')] });
      const groups = new Map(recordIds.map((id) => [id, [] as Assessment[]]));
      for (const row of rows) {
        const admitted = authority.admit(row, stampsOf(row), 'Assessment');
        for (const id of row.recordIds) groups.get(id)?.push(admitted);
      }
      return recordIds.map((id) => groups.get(id) ?? []);
    },
    { maxBatchSize: 1000 },
  );
}
