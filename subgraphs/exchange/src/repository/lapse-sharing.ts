import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeTransaction } from './database.js';
import { endSharingGrant } from './end-sharing-grant.js';
import { moveSharingRequest } from './move-sharing-request.js';
import { answerDuty } from './open-answer-duty.js';

/** Grants, and applications, of one transaction: each takes statements of its own and is told to every owner. */
const batch = 200;

/**
 * Ends what parties that have left (退出, 5.4.4) have at the sharing desk, and tells every owner: the grants that they gave or were given, and their own applications, to which nobody
 * owes an answer any more. What the authority above grants of their rows in their stead is its own word, and stays.
 * Of many only the first are ended; the others in the transactions of the sweep.
 *
 * @returns whether there may be more
 */
export async function lapseSharing(unit: UnitOfWork<ExchangeTransaction>): Promise<boolean> {
  const grants = await unit.tx.$queryRaw<{ id: string }[]>`
    SELECT g.id FROM sharing_grant g
    WHERE g.state = 'IN_FORCE' AND EXISTS (
      SELECT FROM participant p WHERE p.state = 'LEFT' AND (p.id = g.grantee_id OR (p.id = g.holder AND p.id = g.granted->>'partyId')))
    ORDER BY g.id LIMIT ${batch} FOR UPDATE OF g`;
  for (const { id } of grants) await endSharingGrant(unit, 'SharingGrantEnded', 'LAPSED', await unit.tx.sharingGrant.findUniqueOrThrow({ where: { id } }));
  const requests = await unit.tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM sharing_request r JOIN participant p ON p.id = r.applicant_id AND p.state = 'LEFT'
    WHERE r.state IN ('SUBMITTED', 'EXTENDED', 'ESCALATED') ORDER BY r.id LIMIT ${batch} FOR UPDATE OF r`;
  for (const { id } of requests) {
    await unit.dropDuties(answerDuty, id);
    await moveSharingRequest(unit, 'SharingRequestMoved', await unit.tx.sharingRequest.findUniqueOrThrow({ where: { id } }), {});
  }
  return grants.length === batch || requests.length === batch;
}
