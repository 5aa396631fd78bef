import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { RegulatorTransaction } from './database.js';
import type { RecipientKeeping } from './recipient-keeping.js';

const batch = 200;

interface RecipientOfBefore {
  readonly id: string;
  readonly holder: string;
  readonly name: string;
  readonly servedAt: Date;
}

/**
 * Encrypts who took notices where a version before has kept it in the clear, or a process of it that runs beside this one still writes it; at most a batch, and of several processes each takes others.
 * @returns whether there may be more
 */
export async function sealRecipientsOfBefore(unit: UnitOfWork<RegulatorTransaction>, recipients: RecipientKeeping): Promise<boolean> {
  const { tx } = unit;
  const rows = await tx.$queryRaw<RecipientOfBefore[]>`
    SELECT id, holder, service->>'recipient' AS name, (service->>'servedAt')::timestamptz AS "servedAt"
    FROM result_notice WHERE service->>'recipient' IS NOT NULL AND service->>'confirmedByAddressee' IS DISTINCT FROM 'true' ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  const sealed = await recipients.keep(unit, rows.map(({ holder, name, servedAt }) => ({ holder, since: servedAt, content: { name } })));
  await tx.$executeRaw`
    UPDATE result_notice n SET service = jsonb_set(n.service, '{recipient}', 'null'), recipient_id = s.person, sealed_recipient = s.sealed
    FROM unnest(${rows.map(({ id }) => id)}::text[], ${sealed.map(({ personId }) => personId)}::text[], ${sealed.map((each) => each.sealed)}::text[]) AS s (id, person, sealed) WHERE n.id = s.id`;
  return rows.length === batch;
}
