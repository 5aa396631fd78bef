import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { importMappingMachine } from '../domain/import-mapping-machine.js';
import type { WithdrawImportMappingInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockedMapping } from './locked-mapping.js';

/** Withdraws a mapping (撤回映射, 5.1.1): no import begins with it any more, and those that have begun go on as they were started. */
export async function withdrawImportMapping({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, { importMappingId: id, expectedRevision, reason }: WithdrawImportMappingInput): Promise<ActResult> {
  const { tx } = unit;
  const mapping = admit(await lockedMapping(tx, id, caller.partyId), { type: 'ImportMapping', id, field: 'importMappingId', expectedRevision });
  const withdrawn = await tx.importMapping.update({
    where: { id },
    data: { ...importMappingMachine.move('withdrawImportMapping', mapping), withdrawn: { ...actRecord(unit) }, withdrawalReason: requireText('reason', reason) },
  });
  unit.emit({ kind: 'ImportMappingWithdrawn', subjectType: 'ImportMapping', subjectId: id, stamps: stampsOf(withdrawn), receivers: {} });
  return { valueId: id };
}
