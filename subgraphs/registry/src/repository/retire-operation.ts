import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { RetireOperationInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { requireSteward } from './require-subgraph.js';

/** Retires an operation (5.4.3 c): it is on no list any more; one that is retired stays so. */
export async function retireOperation({ unit, caller, admit }: ActScope<RegistryTransaction>, { operationId, reason }: RetireOperationInput): Promise<ActResult> {
  await requireSteward(unit.tx, caller, 'operationId');
  const retiredBecause = requireText('reason', reason, 1000);
  admit(await unit.tx.persistedOperation.findUnique({ where: { id: operationId } }), { type: 'PersistedOperation', id: operationId, field: 'operationId' });
  await unit.tx.persistedOperation.updateMany({ where: { id: operationId, retiredAt: null }, data: { retiredAt: unit.now, retired: { ...actRecord(unit) }, retiredBecause } });
  return { valueId: operationId };
}
