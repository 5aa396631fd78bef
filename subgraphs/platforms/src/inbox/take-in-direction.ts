import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { directionFulfilmentMachine } from '../domain/direction-fulfilment-machine.js';
import type { PlatformsTransaction } from '../repository/database.js';
import { openFulfilmentDuty } from '../repository/open-fulfilment-duty.js';
import { registerEnterprise } from '../repository/register-enterprise.js';

/** What a regulator tells of a direction that it gives (3.1 d). */
interface DirectionIssued {
  readonly id: string;
  readonly number: string;
  readonly regulatorId: string;
  readonly kind: string;
  readonly addresseeKind: string;
  /** The addressee's participant, where it has one. */
  readonly addresseeId: string | null;
  readonly enterprise: { readonly name: string; readonly uscc: string | null; readonly regionCode: string | null } | null;
  readonly monitoringDataIds: readonly string[];
  readonly instruction: string;
  readonly dueAt: string;
}

/** A direction arrives at its addressee; from now on its fulfilment is owed, where the addressee has an account (3.1 d). */
export const takeInDirection: InboxHandler<PlatformsTransaction> = async (unit, event) => {
  const direction = event.payload as unknown as DirectionIssued;
  const { id, number, regulatorId, kind, addresseeKind, addresseeId, monitoringDataIds, instruction } = direction;
  if (await unit.tx.directionFulfilment.findUnique({ where: { id } })) return;
  const enterpriseId = addresseeKind === 'ENTERPRISE' ? await enterpriseOf(unit.tx, direction) : null;
  const fulfilment = await unit.tx.directionFulfilment.create({
    data: {
      id,
      number,
      kind,
      addresseeKind,
      addresseeId,
      enterpriseId,
      regulatorId,
      monitoringDataIds: [...monitoringDataIds],
      instruction,
      receivedAt: unit.now,
      dueAt: new Date(direction.dueAt),
      cause: `${event.source}:${event.id}`,
      holder: addresseeId ?? enterpriseId ?? id,
      concerned: [regulatorId],
      ...directionFulfilmentMachine.begin('regulator.DirectionIssued'),
    },
  });
  await openFulfilmentDuty(unit, fulfilment);
  unit.emit({
    kind: 'DirectionReceived',
    subjectType: 'DirectionFulfilment',
    subjectId: id,
    stamps: stampsOf(fulfilment),
    receivers: {},
  });
};

/** The enterprise's row, made or brought up to date; a recall is directed to the producer. */
async function enterpriseOf(tx: PlatformsTransaction, { enterprise, addresseeId, kind }: DirectionIssued): Promise<string | null> {
  const role = kind === 'RECALL' ? 'PRODUCER' : null;
  const about = enterprise ?? (addresseeId === null ? null : await findParticipant(tx, addresseeId));
  if (about === null) return null;
  const { name, uscc, regionCode } = about;
  return registerEnterprise(tx, { name, uscc, regionCode, participantId: addresseeId, role });
}
