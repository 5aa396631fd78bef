import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { destroyPersonalKeys } from '@hub/kernel/personal/personal-data.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { complainantMachine } from '../domain/complainant-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

const batch = 200;

/** Erases complainants whose time is over (5.4.3 d), at most a batch; of several processes each takes others. @returns whether there may be more */
export async function expireComplainants(unit: UnitOfWork<MonitoringCenterTransaction>): Promise<boolean> {
  const { tx, now } = unit;
  const { from, to } = complainantMachine.arrow('ComplainantExpired');
  const erased = JSON.stringify(actRecord(unit));
  const due = await tx.$queryRaw<{ id: string }[]>`
    UPDATE complainant SET state = ${to}, reached = reached || ${to}::text, revision = revision + 1, sealed = NULL, erased = ${erased}::jsonb
    WHERE id IN (
      SELECT id FROM complainant WHERE state = ANY(${from}::text[]) AND kept_until <= ${now} ORDER BY kept_until LIMIT ${batch} FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  const ids = due.map(({ id }) => id);
  await destroyPersonalKeys(tx, ids);
  for (const row of ids.length === 0 ? [] : await tx.complainant.findMany({ where: { id: { in: ids } } })) {
    unit.emit({ kind: 'ComplainantExpired', subjectType: 'Complainant', subjectId: row.id, stamps: stampsOf(row), receivers: {} });
  }
  return ids.length === batch;
}
