import { operatorsCalendar } from '@hub/kernel/calendar/operators-calendar.js';
import { workingDaysAfter } from '@hub/kernel/calendar/working-days-after.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTold, sharingDesk, signatory, steward, type SharingDesk } from './sharing-desk.js';

interface ClosingSeen {
  id: string;
  state: string;
  confirmBy: string;
}

let desk: SharingDesk;
beforeAll(async () => {
  desk = await sharingDesk();
});
afterAll(() => desk.hub.close());

const close = (asker: Parameters<SharingDesk['act']>[0], field: string, more: object = {}) =>
  desk.act<ClosingSeen>(asker, 'closeField', { field, groundKind: 'INCIDENT', ground: '数据泄露', ...more });

describe('a field closed at once', () => {
  it('is closed on the rows of who closes it, told to every owner, and owed a steward’s word within two working days', async () => {
    const before = new Date();
    const { value } = await close('platform-1', 'Listing.brand');
    expect(value).toMatchObject({ state: 'CLOSED', closedHolder: { id: 'platform-1' }, groundKind: 'INCIDENT', ground: '数据泄露' });
    const workingCalendar = operatorsCalendar(desk.hub.environment);
    expect([before, new Date()].map((time) => asTold(workingDaysAfter(time, 2, workingCalendar)))).toContain(value?.confirmBy);
    const { id } = value!;
    expect(await desk.told('FieldClosed', id)).toEqual([
      { receivers: expect.arrayContaining(['labs', 'platforms']), payload: { id, coordinate: 'Listing.brand', holderId: 'platform-1', ground: '数据泄露' } },
    ]);
    const duties = await eventually(() => desk.duties(steward, id), (found) => found.length > 0);
    expect(duties).toMatchObject([{ kind: 'ConfirmFieldClosing', state: 'OPEN', role: 'DATA_STEWARD', party: { id: 'center' }, dueAt: value?.confirmBy }]);
    expect((await close('platform-1', 'Listing.brand')).refusal).toMatchObject({ code: 'FIELD_CLOSED_ALREADY' });
    expect((await close('platform-2', 'Listing.brand')).refusal).toBeNull();
  });

  it('is confirmed by a steward, and reopened, each of which ends the duty', async () => {
    const confirmed = (await close(signatory('lab-1'), 'Lab.scope')).value!;
    expect(await desk.done(steward, 'confirmFieldClosing', { closingId: confirmed.id })).toMatchObject({ state: 'CONFIRMED', confirmed: { userId: 'steward.1' } });
    const reopened = (await close(signatory('lab-2'), 'Lab.scope')).value!;
    expect(await desk.done(steward, 'reopenField', { closingId: reopened.id, reason: '无法律依据' })).toMatchObject({ state: 'REOPENED', reopeningReason: '无法律依据' });
    expect(await desk.told('FieldReopened', reopened.id)).toMatchObject([{ payload: { id: reopened.id } }]);
    for (const { id } of [confirmed, reopened]) await eventually(() => desk.duties(steward, id), (found) => found.length > 0 && found.every(({ state }) => state === 'DONE'));
    expect(await desk.done(steward, 'reopenField', { closingId: confirmed.id, reason: '已处置' })).toMatchObject({ state: 'REOPENED' });
    // Once it is open again it may be closed again.
    expect((await close(signatory('lab-1'), 'Lab.scope')).refusal).toBeNull();
  });

  it('is closed on every row by a data steward alone, and confirmed by another one', async () => {
    expect((await close('regulator-city', 'Listing.category', { everyRow: true })).refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'everyRow' });
    const { value } = await close(steward, 'Listing.category', { everyRow: true, groundKind: 'LEGAL_DUTY' });
    expect(value).toMatchObject({ closedHolder: null });
    expect((await close('platform-1', 'Listing.category')).refusal).toMatchObject({ code: 'FIELD_CLOSED_ALREADY' });
    expect((await desk.act(steward, 'confirmFieldClosing', { closingId: value!.id })).refusal).toMatchObject({ code: 'CLOSING_NEEDS_ANOTHER_PERSON' });
    expect((await desk.act({ ...steward, user: 2 }, 'confirmFieldClosing', { closingId: value!.id })).refusal).toBeNull();
  });

  it('is closed on every row alone where it is added to another owner’s thing, or a shop could close a plan’s spending to the whole province', async () => {
    const merchant = { identity: 'merchant-1' } as const;
    for (const field of ['MonitoringPlan.spending', 'MonitoringPlan.progress', 'MonitoringData.comments']) {
      expect((await close(merchant, field)).refusal, field).toMatchObject({ code: 'FIELD_CANNOT_BE_CLOSED', field: 'field' });
    }
    expect((await close(steward, 'MonitoringPlan.spending')).refusal).toMatchObject({ code: 'FIELD_CANNOT_BE_CLOSED' });
    expect((await close(steward, 'MonitoringPlan.spending', { everyRow: true })).refusal).toBeNull();
  });

  it('is not what all else rests on: a key, what another field requires, what may not be null, what the auditor reads, or nothing at all', async () => {
    for (const field of ['AccessRecord.user', 'Lab.id', 'Listing.title', 'Query.labs', 'Lab.nothing', 'Accreditation.validFrom']) {
      expect((await close(steward, field, { everyRow: true })).refusal, field).toMatchObject({ code: 'FIELD_CANNOT_BE_CLOSED', field: 'field' });
    }
  });
});
