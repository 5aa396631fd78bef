import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { randomNumber } from '@hub/kernel/numbers/random-number.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { FieldClosed } from '@hub/kernel/sharing/desk-events.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { fieldClosingMachine } from '../domain/field-closing-machine.js';
import type { CloseFieldInput } from '../generated/graphql.js';
import { confirmationLimit } from './confirmation-limit.js';
import type { ExchangeTransaction } from './database.js';
import { requireClosable } from './require-closable.js';
import { stewardingCenter } from './stewarding-center.js';
import { toEveryOwner } from './to-every-owner.js';

/** The kind of duty by which a word on a closing is owed. */
export const closingDuty = 'ConfirmFieldClosing';

/** Closes a field at once (紧急关闭, 5.4.3 a), on the closer's own rows or, by a data steward, on all, and tells every owner. */
export function closeField(calendar: WorkingCalendar) {
  return async ({ unit, caller }: ActScope<ExchangeTransaction>, input: CloseFieldInput): Promise<ActResult> => {
    const everyRow = input.everyRow ?? false;
    requireClosable(input.field, 'field', everyRow);
    const ground = requireText('ground', input.ground, 1000);
    requireValid(!everyRow || caller.kind === 'MONITORING_CENTER', 'everyRow', { en: 'only a data steward of the centre closes the rows of others', 'zh-CN': '只有监测中心的数据管理员可以关闭他方数据' }, 'false');
    const closedHolder = everyRow ? null : caller.partyId;
    // One closing of a field at a time, or two at once would both be the first.
    await unit.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`closing ${input.field}`}))::text`;
    const before = await unit.tx.fieldClosing.findFirst({
      where: { coordinate: input.field, state: { not: 'REOPENED' }, OR: [{ closedHolder: null }, ...(closedHolder === null ? [] : [{ closedHolder }])] },
    });
    if (before) throw new Refusal('FIELD_CLOSED_ALREADY', { field: 'field', parameters: { coordinate: input.field, id: before.id } });
    const confirmBy = confirmationLimit(unit.now, await unit.limits(), calendar);
    const closing = await unit.tx.fieldClosing.create({
      data: {
        ...{ number: randomNumber('GB', unit.now), coordinate: input.field, closedHolder, groundKind: input.groundKind, ground },
        ...{ closed: { ...actRecord(unit) }, closedAt: unit.now, confirmBy },
        ...{ holder: caller.partyId, concerned: [], ...fieldClosingMachine.begin('closeField') },
      },
    });
    const told: FieldClosed = { id: closing.id, coordinate: closing.coordinate, holderId: closedHolder, ground };
    unit.emit({ kind: 'FieldClosed', subjectType: 'FieldClosing', subjectId: closing.id, stamps: stampsOf(closing), receivers: toEveryOwner(told) });
    const center = await stewardingCenter(unit.tx, caller);
    if (center !== undefined) {
      await unit.openDuty({
        ...{ kind: closingDuty, subjectType: 'FieldClosing', subjectId: closing.id },
        ...{ partyId: center, role: 'DATA_STEWARD', dueAt: confirmBy, concerned: center === caller.partyId ? [] : [caller.partyId] },
      });
    }
    return { valueId: closing.id };
  };
}
