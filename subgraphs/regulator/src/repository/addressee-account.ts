import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { participantsByUscc } from '@hub/kernel/members/participants-by-uscc.js';
import type { NoticedParty } from '../domain/noticed-party.js';
import type { RegulatorTransaction } from './database.js';

/** Whom a notice goes to. */
export interface NoticeAddressee {
  /** The participant; null where it has no account. */
  readonly id: string | null;
  readonly name: string;
  readonly uscc: string | null;
}

/** A party as the register of members has it, else as the monitoring data names it. */
export async function addresseeAccount(tx: RegulatorTransaction, { participantId, kinds, name, uscc }: NoticedParty): Promise<NoticeAddressee> {
  const member = participantId === null ? await memberOf(tx, kinds, uscc) : await findParticipant(tx, participantId);
  if (member?.state === 'ACTIVE') return { id: member.id, name: member.name, uscc: member.uscc };
  return { id: null, name: member?.name ?? name ?? uscc ?? participantId ?? '', uscc: member?.uscc ?? uscc };
}

async function memberOf(tx: RegulatorTransaction, kinds: NoticedParty['kinds'], uscc: string | null) {
  for (const kind of kinds) {
    const [id] = await participantsByUscc(tx, kind, uscc);
    if (id !== undefined) return findParticipant(tx, id);
  }
  return null;
}
