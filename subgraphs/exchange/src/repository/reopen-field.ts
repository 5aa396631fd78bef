import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { fieldClosingMachine } from '../domain/field-closing-machine.js';
import type { ReopenFieldInput } from '../generated/graphql.js';
import { admittedFieldClosing } from './admitted-field-closing.js';
import { closingDuty } from './close-field.js';
import type { ExchangeTransaction } from './database.js';
import { toEveryOwner } from './to-every-owner.js';

/** Reopens a field that was closed (恢复共享, 5.4.3 a), and tells every owner. */
export async function reopenField(scope: ActScope<ExchangeTransaction>, input: ReopenFieldInput): Promise<ActResult> {
  const { unit } = scope;
  const closing = await admittedFieldClosing(scope, input);
  const reopeningReason = requireText('reason', input.reason);
  const data = { reopened: { ...actRecord(unit) }, reopeningReason, ...fieldClosingMachine.move('reopenField', closing) };
  const reopened = await unit.tx.fieldClosing.update({ where: { id: closing.id }, data });
  unit.emit({ kind: 'FieldReopened', subjectType: 'FieldClosing', subjectId: closing.id, stamps: stampsOf(reopened), receivers: toEveryOwner({ id: closing.id }) });
  await unit.closeDuties(closingDuty, closing.id);
  return { valueId: closing.id };
}
