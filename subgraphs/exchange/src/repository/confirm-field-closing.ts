import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord, type ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { isSamePerson } from '@hub/kernel/unit-of-work/is-same-person.js';
import { fieldClosingMachine } from '../domain/field-closing-machine.js';
import type { ConfirmFieldClosingInput } from '../generated/graphql.js';
import { admittedFieldClosing } from './admitted-field-closing.js';
import { closingDuty } from './close-field.js';
import type { ExchangeTransaction } from './database.js';

/** Confirms a closing (确认关闭, 5.4.3 a), by another person than who closed the field: it stays closed until it is reopened. */
export async function confirmFieldClosing(scope: ActScope<ExchangeTransaction>, input: ConfirmFieldClosingInput): Promise<ActResult> {
  const { unit, caller } = scope;
  const closing = await admittedFieldClosing(scope, input);
  if (isSamePerson(closing.closed as unknown as ActRecord, caller)) throw new Refusal('CLOSING_NEEDS_ANOTHER_PERSON', { field: 'closingId' });
  const data = { confirmed: { ...actRecord(unit) }, ...fieldClosingMachine.move('confirmFieldClosing', closing) };
  const confirmed = await unit.tx.fieldClosing.update({ where: { id: closing.id }, data });
  unit.emit({ kind: 'FieldClosingConfirmed', subjectType: 'FieldClosing', subjectId: closing.id, stamps: stampsOf(confirmed), receivers: {} });
  await unit.closeDuties(closingDuty, closing.id);
  return { valueId: closing.id };
}
