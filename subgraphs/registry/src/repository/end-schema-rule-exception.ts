import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { EndSchemaRuleExceptionInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { requireSteward } from './require-subgraph.js';

/** Ends an exception from a rule of the contract before its time; one that has ended stays as it is. */
export async function endSchemaRuleException({ unit, caller, admit }: ActScope<RegistryTransaction>, { exceptionId }: EndSchemaRuleExceptionInput): Promise<ActResult> {
  await requireSteward(unit.tx, caller, 'exceptionId');
  admit(await unit.tx.schemaRuleException.findUnique({ where: { id: exceptionId } }), { type: 'SchemaRuleException', id: exceptionId, field: 'exceptionId' });
  await unit.tx.schemaRuleException.updateMany({
    where: { id: exceptionId, endedAt: null, until: { gt: unit.now } },
    data: { endedAt: unit.now, ended: { ...actRecord(unit) } },
  });
  return { valueId: exceptionId };
}
